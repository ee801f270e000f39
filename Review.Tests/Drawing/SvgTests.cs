using System.Globalization;
using System.Xml.Linq;
using Review.Drawing;
using Review.Drawing.Layouts;
using Review.Drawing.Writing;

namespace Review.Tests.Drawing;

/// <summary>The SVG stands on its own, says what it shows, and can be joined with what a page knows.</summary>
public sealed class SvgTests
{
    private const string Odd =
        """aws:s3/bucket:Bucket a<b>&"'c {"bucket": "x"}"""
        + "\n"
        + """aws:acm/certificate:Certificate cert {"domainName": "<script>alert(1)</script>"}""";

    [TestCaseSource(typeof(Drawn), nameof(Drawn.Stacks))]
    public async Task It_is_XML_that_refers_to_nothing_outside(string stack)
    {
        var (picture, layout) = await Drawn.Real(stack);
        var text = SvgWriter.Write(picture, layout);
        var svg = XDocument.Parse(text).Root!;
        var ids = svg.DescendantsAndSelf().Attributes("id").Select(id => id.Value).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ids, Is.Unique.And.All.StartsWith("infra-picture-"));
            Assert.That(
                svg.Descendants().Select(element => element.Name.LocalName),
                Has.None.AnyOf("script", "image", "a", "use", "foreignObject", "link")
            );
            Assert.That(
                text.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal),
                Does.Not.Match(@"https?://|@import|url\((?!#)")
            );
            Assert.That((string?)svg.Attribute("role"), Is.EqualTo("img"));
            Assert.That(((string)svg.Attribute("aria-labelledby")!).Split(' '), Is.SubsetOf(ids));
        }
    }

    [TestCaseSource(typeof(Drawn), nameof(Drawn.Stacks))]
    public async Task Every_node_is_a_group_with_its_key_and_a_tooltip(string stack)
    {
        var (picture, layout) = await Drawn.Real(stack);
        var groups = XDocument
            .Parse(SvgWriter.Write(picture, layout))
            .Descendants()
            .Where(element => element.Attribute("data-node") is not null)
            .ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                groups.Select(group => group.Attribute("data-node")!.Value),
                Is.EquivalentTo(picture.Nodes.Where(node => node.Key != Picture.Whole).Select(node => node.Key))
            );
            Assert.That(groups.Select(group => group.Elements().First().Name.LocalName), Is.All.EqualTo("title"));
        }
    }

    [Test]
    public void Names_are_text_whatever_is_in_them()
    {
        var picture = Drawn.Of(Odd);
        var svg = XDocument.Parse(SvgWriter.Write(picture, Layout.Of(picture)));
        var words = svg.Descendants()
            .Where(element => element.Name.LocalName == "text")
            .Select(element => element.Value)
            .ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(words, Does.Contain("a<b>&\"'c"));
            Assert.That(HtmlWriter.Write(picture, Layout.Of(picture)), Does.Not.Contain("<script>alert"));
        }
    }

    [Test]
    public void No_form_of_a_picture_holds_a_secret()
    {
        var picture = Drawn.Of(
            Drawn.Service
                + """
                aws:acm/certificate:Certificate cert {"domainName": {"secret": "canary-domain"}}
                aws:ssm/parameter:Parameter token {"name": {"secret": "canary-name"}, "value": {"secret": "canary-value"}}
                aws:cloudfront/distribution:Distribution cdn {"aliases": [{"secret": "canary-alias"}], "priceClass": {"secret": "canary-class"}, "origins": [{"originId": "o", "domainName": "o.example.com", "customHeaders": [{"name": "X", "value": {"secret": "canary-header"}}]}]}
                aws:route53/record:Record dns {"name": {"secret": "canary-record"}}
                aws:apigateway/restApi:RestApi api {"name": {"secret": "canary-api"}}
                aws:ec2/vpc:Vpc hidden {"cidrBlock": {"secret": "canary-cidr"}}
                """
        );
        var layout = Layout.Of(picture);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(picture.Nodes.Count(node => node.IsCard), Is.GreaterThan(8));
            Assert.That(SvgWriter.Write(picture, layout), Does.Not.Contain("canary"));
            Assert.That(HtmlWriter.Write(picture, layout), Does.Not.Contain("canary"));
            Assert.That(MermaidWriter.Write(picture), Does.Not.Contain("canary"));
        }
    }

    [Test]
    public void A_theme_that_is_asked_for_holds_whatever_the_system_says()
    {
        var picture = Drawn.Of(Odd);
        var (auto, dark, light) = (Write(Theme.Auto), Write(Theme.Dark), Write(Theme.Light));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                auto,
                Does.Contain("prefers-color-scheme:dark").And.Contain("[data-theme=dark]").And.Not.Contain(" data-theme=\"")
            );
            Assert.That(
                dark,
                Does.Contain(" data-theme=\"dark\"").And.Contain("canvas{fill:#0d1117}").And.Not.Contain("prefers-color-scheme")
            );
            Assert.That(
                light,
                Does.Contain(" data-theme=\"light\"").And.Contain("canvas{fill:#ffffff}").And.Not.Contain("prefers-color-scheme")
            );
        }

        string Write(Theme theme) => SvgWriter.Write(picture, Layout.Of(picture), theme);
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Words_can_be_read_on_what_is_behind_them(bool dark)
    {
        using (Assert.EnterMultipleScope())
            foreach (var (front, back) in Palette.Pairs(dark))
                Assert.That(Contrast(front, back), Is.GreaterThanOrEqualTo(4.5), $"{front} on {back}");
    }

    [Test]
    public void Each_kind_of_line_is_drawn_in_its_own_way_without_colours()
    {
        var kinds = Enum.GetValues<EdgeKind>();
        Assert.That(kinds.Select(kind => $"{Palette.DashOf(kind)} {SvgEdges.Head(kind)}"), Is.Unique);
    }

    [Test]
    public async Task The_picture_in_the_documentation_is_the_one_of_the_plan()
    {
        var (picture, layout) = await Drawn.Real("prod");
        Golden.Check(SvgWriter.Write(picture, layout), "docs", "pictures", "idp-server-prod.svg");
    }

    [TestCaseSource(typeof(Drawn), nameof(Drawn.Stacks))]
    public async Task The_Mermaid_of_a_stack_is_known(string stack)
    {
        var (picture, _) = await Drawn.Real(stack);
        Golden.Check(MermaidWriter.Write(picture), "Review.Tests", "Drawing", "Goldens", $"{stack}.mmd");
    }

    [Test]
    public void Mermaid_escapes_what_its_syntax_uses()
    {
        var text = MermaidWriter.Write(Drawn.Of("aws:s3/bucket:Bucket end\"]#<b>`\\ {}"));
        Assert.That(text, Does.Contain("[\"S3 bucket<br>end#quot;]#35;#lt;b#gt;#96;#92;\"]"));
    }

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    // As WCAG defines it.
    private static double Luminance(string colour)
    {
        var parts = Enumerable
            .Range(0, 3)
            .Select(at => int.Parse(colour.AsSpan(1 + 2 * at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))
            .ToList();
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }
}
