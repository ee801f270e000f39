using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace Report.Tests.Pages;

/// <summary>Whatever a name or value holds, it stays text; secrets stay out; nothing is asked of anybody.</summary>
public sealed class SafetyTests
{
    private static readonly PageText Page = new(SamplePages.Whole());

    [Test]
    public void Hostile_names_and_values_stay_text()
    {
        var article = Page.Article(SamplePages.Script);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Page.All("script").Count(), Is.EqualTo(2), "that of the theme and that of the page");
            Assert.That(Page.All("style").Count() + Page.Drawing.Descendants(PageText.Svg + "style").Count(), Is.EqualTo(2));
            Assert.That(Page.All("img"), Is.Empty);
            Assert.That(article.Descendants("dd").Select(value => value.Value), Does.Contain(SamplePages.Image));
            Assert.That(article.Descendants("dt").Select(key => key.Value), Does.Contain("a</style></script>]]>"));
            Assert.That(
                Page.Root.DescendantsAndSelf()
                    .Attributes()
                    .Where(attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal)),
                Is.Empty
            );
        }
    }

    [Test]
    public void Nothing_turns_the_direction_of_writing_or_controls_anything() =>
        Assert.That(Page.Article(SamplePages.Script).Descendants("dd").Select(value => value.Value), Does.Contain("gpj.·exe·"));

    [Test]
    public void A_secret_is_nowhere_in_whatever_form()
    {
        var forms = new[]
        {
            SamplePages.Canary,
            "5up3r-s3cret",
            Convert.ToBase64String(Encoding.UTF8.GetBytes(SamplePages.Canary)),
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(SamplePages.Canary))),
        };
        using (Assert.EnterMultipleScope())
        {
            foreach (var form in forms)
                Assert.That(Page.Source, Does.Not.Contain(form));
            Assert.That(PageText.Class(Page.Article("shop-db"), "secret")!.Value, Is.EqualTo("[secret]"));
        }
    }

    [Test]
    public void The_policy_allows_these_very_styles_and_scripts_and_nothing_else()
    {
        var policy = (string)
            Page.All("meta")
                .Single(meta => (string?)meta.Attribute("http-equiv") == "Content-Security-Policy")
                .Attribute("content")!;
        var hashes = (string tag) => string.Join(' ', Page.Code(tag).Select(Hash));
        Assert.That(
            policy,
            Is.EqualTo(
                $"default-src 'none'; style-src {hashes("style")}; script-src {hashes("script")}; base-uri 'none'; form-action 'none'"
            )
        );
    }

    [Test]
    public void Nothing_leads_out_of_the_page()
    {
        var addresses = Page
            .Root.Descendants()
            .Attributes()
            .Where(attribute => attribute.Name.LocalName is "href" or "src" or "srcset" or "action" or "data")
            .Select(attribute => attribute.Value);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(addresses, Has.All.StartsWith("#"));
            Assert.That(Page.All("link").Concat(Page.All("iframe")).Concat(Page.All("object")), Is.Empty);
            Assert.That(string.Concat(Page.Code("style")), Does.Not.Contain("url(").And.Not.Contain("@import"));
            Assert.That(
                string.Concat(Page.Code("script")),
                Does.Not.Contain("fetch(").And.Not.Contain("XMLHttpRequest").And.Not.Contain("http").And.Not.Contain("innerHTML")
            );
        }
    }

    [Test]
    public void No_style_stands_where_the_policy_forbids_it() =>
        Assert.That(Page.Root.Descendants().Attributes("style"), Is.Empty);

    [Test]
    public void Every_link_leads_somewhere_and_every_anchor_is_there_once()
    {
        var ids = Page.Root.Descendants().Attributes("id").Select(id => id.Value).ToList();
        var links = Page.All("a").Attributes("href").Select(link => Uri.UnescapeDataString(link.Value[1..]));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ids, Is.Unique);
            Assert.That(links.Except(ids), Is.Empty);
        }
    }

    [Test]
    public void The_same_report_makes_the_same_bytes() => Assert.That(SamplePages.Whole(), Is.EqualTo(Page.Source));

    private static string Hash(string text) =>
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";
}
