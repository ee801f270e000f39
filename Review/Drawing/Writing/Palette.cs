using System.Globalization;
using System.Text;

namespace Review.Drawing.Writing;

/// <summary>The style sheet of a picture. Colours are written out for both themes, as programs that show drawings know no variables.</summary>
internal static class Palette
{
    /// <summary>The class of every picture, by which its rules keep to it when it is part of a page.</summary>
    public const string Class = "infra-picture";

    private const string Fixed = """
        .infra-picture{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
        .infra-picture .heading{font-size:24px;font-weight:700}
        .infra-picture .sub{font-size:13px}
        .infra-picture .title{font-size:12.5px;font-weight:700}
        .infra-picture .box-name{font-size:12.5px}
        .infra-picture .name{font-size:11.5px}
        .infra-picture .fact,.infra-picture .count,.infra-picture .label{font-size:10.5px}
        .infra-picture .glyph{font-size:10px;font-weight:700;text-anchor:middle;letter-spacing:.2px;fill:#fff}
        .infra-picture .count,.infra-picture .label{text-anchor:middle}
        .infra-picture .edge path{fill:none;stroke-width:1.6;stroke-linejoin:round}
        .infra-picture .traffic path{stroke-width:2}
        .infra-picture .data path{stroke-linecap:round;stroke-width:1.8}
        .infra-picture .guard path{stroke-width:1.2}
        .infra-picture .copy>rect,.infra-picture .zone rect{stroke-dasharray:5 4}
        .infra-picture .frame>rect{stroke-dasharray:1 0}
        .infra-picture .node.card:hover>rect:first-of-type,.infra-picture .node.copy:hover>rect:first-of-type{stroke-width:2}

        """;

    // Selector, property, light, dark. Words have a contrast of 4.5 to what is behind them, lines of 3.
    private static readonly (string Selector, string Property, string Light, string Dark)[] Colours =
    [
        (".canvas", "fill", "#ffffff", "#0d1117"),
        (Words, "fill", "#1b2733", "#e8eef4"),
        (Quiet, "fill", "#52606d", "#a3b1bf"),
        (".region>rect", "fill", "#f7f9fb", "#121820"),
        (".region>rect", "stroke", "#8795a5", "#5b6876"),
        (".global>rect", "fill", "#f7f9fb", "#121820"),
        (".global>rect", "stroke", "#c3cdd8", "#36424f"),
        (".vpc>rect", "fill", "#ffffff", "#0d1117"),
        (".vpc>rect", "stroke", "#7a52c7", "#a585e6"),
        (".vpc>.title", "fill", "#6a3fc0", "#b89df0"),
        (".tier-public>rect", "fill", "#e6f5ea", "#12281a"),
        (".tier-app>rect", "fill", "#e5f0fb", "#11243a"),
        (".tier-data>rect", "fill", "#efe9fa", "#221b38"),
        (".tier>rect", "stroke", "none", "none"),
        (".tier-public>.title", "fill", "#1d6b35", "#7fd69a"),
        (".tier-app>.title", "fill", "#1a5a9c", "#82bbf2"),
        (".tier-data>.title", "fill", "#5f3bb0", "#b9a1f0"),
        (".subnet>rect", "fill", "#ffffff", "#0d1117"),
        (".subnet>rect", "fill-opacity", ".55", ".45"),
        (".subnet>rect", "stroke", "#b9c6d3", "#3b4856"),
        (".subnet>.title", "fill", "#52606d", "#a3b1bf"),
        (".frame>rect", "fill", "#fff6ec", "#2a1f12"),
        (".frame>rect", "stroke", "#c77a2e", "#c98f52"),
        (".frame>.title", "fill", "#94500d", "#eab27a"),
        (".group>rect", "fill", "#ffffff", "#0d1117"),
        (".group>rect", "stroke", "#c3cdd8", "#36424f"),
        (".zone rect", "fill", "none", "none"),
        (".zone rect", "stroke", "#7f8fa0", "#66758a"),
        (".zone text", "fill", "#52606d", "#a3b1bf"),
        (".card>rect,.outside>rect", "fill", "#ffffff", "#19212b"),
        (".card>rect,.outside>rect", "stroke", "#a9b7c5", "#4a5866"),
        (".copy>rect", "fill", "#fbfcfd", "#141b24"),
        (".copy>rect", "stroke", "#8795a5", "#66758a"),
        (".card>.pill", "fill", "#eef2f6", "#27313d"),
        (".card>.pill", "stroke", "none", "none"),
        (".label", "stroke", "#ffffff", "#0d1117"),
        (".traffic path,.traffic-head", "stroke", "#1f5fbf", "#6aa7f8"),
        (".routing path,.routing-head", "stroke", "#4f7a28", "#8fc163"),
        (".data path,.data-head", "stroke", "#8a3ea8", "#cd8be8"),
        (".alarm path,.alarm-head", "stroke", "#c2332f", "#f3827c"),
        (".guard path,.guard-head", "stroke", "#6b7785", "#8f9cab"),
        (".traffic-head", "fill", "#1f5fbf", "#6aa7f8"),
        (".alarm-head", "fill", "#c2332f", "#f3827c"),
        (".data-head", "fill", "#ffffff", "#0d1117"),
        ("rect.a-network", "fill", "#7445c4", "#7445c4"),
        ("rect.a-edge", "fill", "#7445c4", "#7445c4"),
        ("rect.a-compute,rect.a-hosting", "fill", "#b85c00", "#b85c00"),
        ("rect.a-serverless", "fill", "#b85c00", "#b85c00"),
        ("rect.a-data,rect.a-cache", "fill", "#2a62c8", "#2a62c8"),
        ("rect.a-storage", "fill", "#3c7f27", "#3c7f27"),
        ("rect.a-identity,rect.a-security", "fill", "#c23347", "#c23347"),
        ("rect.a-observability,rect.a-messaging,rect.a-mail", "fill", "#b52b78", "#b52b78"),
        ("rect.a-protection", "fill", "#0b7a6e", "#0b7a6e"),
        ("rect.a-other,rect.a-outside,rect.a-configuration,rect.a-cost,rect.a-system", "fill", "#5b6775", "#5b6775"),
    ];

    /// <summary>The style sheet.</summary>
    public static string Css(Theme theme)
    {
        var css = new StringBuilder(Fixed.Length + 16 * 1024).Append(Fixed);
        foreach (var kind in Enum.GetValues<EdgeKind>())
            css.Append(
                CultureInfo.InvariantCulture,
                $".{Class} .{SvgEdges.ClassOf(kind)} path{{stroke-dasharray:{DashOf(kind)}}}\n"
            );
        Rules(css, $".{Class}", theme == Theme.Dark);
        if (theme != Theme.Auto)
            return css.ToString();
        css.Append("@media (prefers-color-scheme:dark){\n");
        Rules(css, $".{Class}:not([data-theme=light],[data-theme=light] *)", true);
        css.Append("}\n");
        Rules(css, $":is(.{Class}[data-theme=dark],[data-theme=dark] .{Class})", true);
        return css.ToString();
    }

    /// <summary>How lines of a kind are broken.</summary>
    public static string DashOf(EdgeKind kind) =>
        kind switch
        {
            EdgeKind.Routing => "9 4",
            EdgeKind.Data => "2 4",
            EdgeKind.Alarm => "8 3 2 3",
            _ => "none",
        };

    /// <summary>Colours of words with those of what they are written on.</summary>
    public static IEnumerable<(string Front, string Back)> Pairs(bool dark)
    {
        foreach (var (front, back) in OnTopOf)
            yield return (Find(front), Find(back));
        foreach (var colour in Colours.Where(colour => colour.Selector.StartsWith("rect.a-", StringComparison.Ordinal)))
            yield return ("#ffffff", dark ? colour.Dark : colour.Light);

        string Find(string selector) =>
            Colours
                .Where(colour => colour.Selector == selector && colour.Property == "fill")
                .Select(colour => dark ? colour.Dark : colour.Light)
                .First();
    }

    private const string Words = "text";
    private const string Quiet = ".sub,.box-name,.name,.fact,.count";

    private static readonly (string Front, string Back)[] OnTopOf =
    [
        (Words, ".canvas"),
        (Words, ".card>rect,.outside>rect"),
        (Words, ".region>rect"),
        (Quiet, ".canvas"),
        (Quiet, ".card>rect,.outside>rect"),
        (Quiet, ".copy>rect"),
        (Quiet, ".card>.pill"),
        (Quiet, ".frame>rect"),
        (Quiet, ".region>rect"),
        (".vpc>.title", ".vpc>rect"),
        (".tier-public>.title", ".tier-public>rect"),
        (".tier-app>.title", ".tier-app>rect"),
        (".tier-data>.title", ".tier-data>rect"),
        (".subnet>.title", ".tier-public>rect"),
        (".subnet>.title", ".tier-app>rect"),
        (".subnet>.title", ".tier-data>rect"),
        (".frame>.title", ".frame>rect"),
        (".zone text", ".vpc>rect"),
    ];

    private static void Rules(StringBuilder css, string scope, bool dark)
    {
        foreach (var (selectors, property, light, darkened) in Colours)
        {
            var first = true;
            foreach (var selector in selectors.Split(','))
            {
                css.Append(first ? "" : ",").Append(scope).Append(' ').Append(selector);
                first = false;
            }
            css.Append('{').Append(property).Append(':').Append(dark ? darkened : light).Append("}\n");
        }
        // After "text", which every word is.
        css.Append(scope).Append(" .glyph{fill:#fff}\n");
    }
}
