using Review.Runbooks;

namespace Review.Tests.Runbooks;

/// <summary>Which pages and sections a stack has.</summary>
public sealed class StackRunbookTests
{
    private const string Service =
        "# Tasks\n\nintro {service}\n\n## High CPU\n\n```\nlook {service}\n# a comment of the shell\n```\n\n## Cache\n\n```\nlook {cache}\n```\n\n## Always\n\ntext";

    private const string Cache = "# Cache\n\n```\nlook {cache}\n```\n\n## Memory\n\ntext";
    private const string Lag = "# Database\n\n<!-- {cache} -->\n\n## Lag\n\n<!-- {cache} -->\n\ntext\n\n## Other\n\ntext";

    [Test]
    public void Pages_and_sections_about_what_the_stack_has_not_are_left_out()
    {
        var pages = RunbookCase.Runbook(("service", Service), ("cache", Cache), ("plain", "# Plain\n\ntext")).Pages();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(pages.Select(page => page.Name), Is.EqualTo(["plain", "service"]));
            Assert.That(pages[1].Sections.Select(section => section.Anchor), Is.EqualTo(["high-cpu", "always"]));
            Assert.That(pages[1].Sections[0].Alarms, Is.EqualTo(["shop-web-cpu"]));
            Assert.That(
                pages[1].Sections[0].Lines,
                Is.EqualTo([
                    "```",
                    "look api",
                    "# a comment of the shell",
                    "look nightly",
                    "# a comment of the shell",
                    "look web",
                    "# a comment of the shell",
                    "```",
                ])
            );
        }
    }

    [Test]
    public void What_an_alarm_leads_to_is_there_whatever_it_names()
    {
        var page = RunbookCase.Runbook(("database", Lag)).Pages().Single();

        Assert.That(page.Sections.Select(section => section.Anchor), Is.EqualTo(["lag", "other"]));
    }

    [Test]
    public void An_alarm_knows_its_section_and_whom_it_tells()
    {
        var alarms = RunbookCase.Runbook(("service", Service)).Alarms;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                alarms.Select(alarm => (alarm.Name, alarm.Logical, alarm.Page, alarm.Anchor)),
                Is.EqualTo([("shop-lag", "lag", "database", "lag"), ("shop-web-cpu", "cpu", "service", "high-cpu")])
            );
            Assert.That(alarms[1].Says, Is.EqualTo("Web is busy"));
            Assert.That(alarms[1].Tells, Is.EqualTo("shop-alerts"));
            Assert.That(alarms[0].Tells, Is.Null);
            Assert.That(alarms[1].About, Is.EquivalentTo(["web"]));
        }
    }

    [Test]
    public void A_section_that_is_asked_for_is_about_what_the_alarm_watches()
    {
        var runbook = RunbookCase.Runbook(("service", Service));
        var page = runbook.Page(runbook.Written.Single(), "high-cpu", runbook.Alarms[1]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Intro, Is.Empty);
            Assert.That(page.Sections.Single().Lines, Is.EqualTo(["```", "look web", "# a comment of the shell", "```"]));
        }
    }

    [TestCase("High CPU", "high-cpu")]
    [TestCase("5 Afterwards", "5-afterwards")]
    [TestCase("What is lost (RPO)", "what-is-lost-rpo")]
    public void A_heading_has_the_anchor_that_GitHub_gives_it(string heading, string anchor) =>
        Assert.That(RunbookPage.Anchor(heading), Is.EqualTo(anchor));
}
