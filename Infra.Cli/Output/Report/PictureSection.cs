using System.Text;
using Review.Drawing;
using Review.Drawing.Layouts;
using Review.Drawing.Writing;

namespace Infra.Cli.Output.Report;

/// <summary>The drawing of the stack in a window: to be moved, enlarged, and clicked through to the resources.</summary>
internal sealed class PictureSection : ReportSection
{
    private const string OwnStyle = " style=\"";

    private readonly Picture _picture;
    private readonly string _svg;
    private readonly Dictionary<string, string> _nodes = new(StringComparer.Ordinal);

    /// <summary>Draws it.</summary>
    public PictureSection(ReportPage page)
        : base(page, "picture", "Picture")
    {
        _picture = page.Report.Picture!;
        _svg = OnPage(SvgWriter.Write(_picture, Layout.Of(_picture)));
        foreach (var node in _picture.Nodes.Where(node => node.Key != Picture.Whole && node.CopyOf is null))
        foreach (var urn in node.Resources)
            _nodes.TryAdd(urn, node.Key);
    }

    /// <summary>The style sheet of the drawing, for the policy of the page.</summary>
    public string Style => Assets.Between(_svg, "<style>", "</style>");

    /// <summary>Where a box of the drawing stands on the page.</summary>
    public static string Anchor(string node) => $"infra-picture-{node}";

    /// <inheritdoc/>
    protected override string Lead => "As the network is nested. A box leads to its resources, and a resource to its box.";

    /// <summary>The box or card that stands for a resource. Default: none does.</summary>
    public string? Of(string urn) => _nodes.GetValueOrDefault(urn);

    /// <inheritdoc/>
    protected override void Body(Html html)
    {
        html.Open("div", ("class", "tools picture-tools needs-script"), ("role", "group"), ("aria-label", "Picture"));
        foreach (
            var (id, label, text) in (ReadOnlySpan<(string, string, string)>)
                [
                    ("zoom-out", "Smaller", "−"),
                    ("zoom-in", "Larger", "+"),
                    ("zoom-fit", "All of it", "Fit"),
                    ("zoom-full", "As drawn", "100 %"),
                ]
        )
            html.Add("button", text, ("type", "button"), ("id", id), ("aria-label", $"{label}: {text}"), ("title", label));
        html.Add(
            "p",
            "Drag to move, Ctrl and the wheel or + and − to enlarge. Tab and arrow keys walk from box to box, Enter shows the resources.",
            ("class", "found")
        );
        html.Close().Line();
        html.Open(
            "div",
            ("id", "picture-window"),
            ("class", "picture-window"),
            ("tabindex", "0"),
            ("role", "group"),
            ("aria-label", "Picture of the stack"),
            ("data-copies", Copies())
        );
        html.Markup(_svg).Close().Line();
    }

    // "copy:original", by a space each.
    private string? Copies() =>
        _picture.Nodes.Where(node => node.CopyOf is not null).Select(node => $"{node.Key}:{node.CopyOf}").ToList()
            is { Count: > 0 } copies
            ? string.Join(' ', copies)
            : null;

    // On this page its boxes are controls, which an image cannot hold; and the policy lets no element have a style of its own, of which only letters that are
    // smaller than others have one.
    private static string OnPage(string svg)
    {
        var page = new StringBuilder(svg.Length);
        var rest = svg.Replace("role=\"img\"", "role=\"group\"", StringComparison.Ordinal).AsSpan();
        for (var at = rest.IndexOf(OwnStyle); at >= 0; at = rest.IndexOf(OwnStyle))
        {
            page.Append(rest[..at]).Append(" data-small=\"\"");
            rest = rest[(at + OwnStyle.Length)..];
            rest = rest[(rest.IndexOf('"') + 1)..];
        }
        return page.Append(rest).ToString();
    }
}
