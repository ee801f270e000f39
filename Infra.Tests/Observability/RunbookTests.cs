using System.Text.RegularExpressions;
using Infra.Observability;
using Infra.Observability.Alarms;

namespace Infra.Tests.Observability;

public sealed partial class RunbookTests
{
    private static readonly string Folder = Runbooks.Folder;

    [Test]
    public void Every_alarm_names_a_section_that_exists()
    {
        var credits = DatabaseAlarms.Rows(new("database", "db", "db.t4g.micro", 100), new());
        var platform = PlatformAlarms
            .Tasks(AlarmCase.Service, new())
            .Concat(PlatformAlarms.Targets(AlarmCase.Balancer, new()))
            .Concat(PlatformAlarms.Database(AlarmCase.Databases[0], new()));
        var used = AlarmCase
            .Rows(new())
            .Concat(credits)
            .Concat(platform)
            .Select(row => row.Runbook)
            .Append(ServiceDown.Row.Runbook);

        Assert.That(used.Distinct(), Is.SubsetOf(Runbooks.Sections()));
    }

    [Test]
    public void Every_link_between_runbooks_leads_somewhere()
    {
        var sections = Runbooks.Sections();
        var links =
            from page in Directory.GetFiles(Folder, "*.md")
            from Match link in Link().Matches(File.ReadAllText(page))
            let file = link.Groups[1].Value.Length == 0 ? Path.GetFileName(page) : link.Groups[1].Value
            select (File: file, Section: link.Groups[2].Value);

        using (Assert.EnterMultipleScope())
        {
            foreach (var link in links.Distinct())
                Assert.That(
                    link.Section.Length == 0
                        ? File.Exists(Path.Combine(Folder, link.File))
                        : sections.Contains($"{link.File}#{link.Section}"),
                    Is.True,
                    $"{link.File}#{link.Section}"
                );
        }
    }

    [Test]
    public void The_list_names_every_runbook()
    {
        var list = File.ReadAllText(Path.Combine(Folder, "README.md"));
        var pages = Directory.GetFiles(Folder, "*.md").Select(page => Path.GetFileName(page)).Where(page => page != "README.md");

        Assert.That(pages.Where(page => !list.Contains($"({page})", StringComparison.Ordinal)), Is.Empty);
    }

    [TestCase("idp-server", 5)]
    [TestCase("web-platform", 13)]
    [TestCase("neuraknot", 6)]
    [TestCase("finsight", 5)]
    [TestCase("taskflow", 4)]
    public void Every_section_of_a_source_about_trouble_leads_to_a_runbook(string system, int sections)
    {
        var rows = File.ReadLines(Path.Combine(Folder, "README.md"))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == 5 && cells[1] == system)
            .ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rows.Select(cells => cells[2]), Is.Unique);
            Assert.That(rows, Has.Count.EqualTo(sections));
            foreach (var cells in rows)
                Assert.That(Link().Count(cells[3]), Is.Positive, cells[2]);
        }
    }

    [GeneratedRegex(@"\]\(([a-z-]*(?:\.md)?)#?([a-z0-9-]*)\)")]
    private static partial Regex Link();
}
