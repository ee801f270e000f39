using System.Collections.Immutable;
using Review.Runbooks;
using Review.Tests.Stacks;

namespace Review.Tests.Runbooks;

/// <summary>The runbooks of every stack of this repository.</summary>
public sealed class RealRunbookTests
{
    private static readonly ImmutableArray<RunbookPage> Written = [.. Pages.All()];

    private static ImmutableArray<string> Stacks() => RealStacks.Names;

    [TestCaseSource(nameof(Stacks))]
    public async Task Every_alarm_leads_to_a_section_that_says_what_to_do_until_when_and_how_to_avoid_it(string stack)
    {
        var runbook = await OfAsync(stack);
        using (Assert.EnterMultipleScope())
        {
            foreach (var alarm in runbook.Alarms)
            {
                var section = Written
                    .SingleOrDefault(page => page.Name == alarm.Page)
                    ?.Sections.SingleOrDefault(one => one.Anchor == alarm.Anchor);
                Assert.That(section, Is.Not.Null, $"{alarm.Name}: {alarm.Page}#{alarm.Anchor}");
                Assert.That(
                    section?.Lines.Count(line => line.StartsWith("**Over** when ", StringComparison.Ordinal)),
                    Is.EqualTo(1),
                    $"{alarm.Page}#{alarm.Anchor}"
                );
                Assert.That(
                    section?.Lines.Count(line => line.StartsWith("**Not again**: ", StringComparison.Ordinal)),
                    Is.EqualTo(1),
                    $"{alarm.Page}#{alarm.Anchor}"
                );
            }
            // What an account needs before any other stack runs nothing that could ring.
            Assert.That(runbook.Alarms.Any(), Is.Not.EqualTo(stack.StartsWith("bootstrap-", StringComparison.Ordinal)));
        }
    }

    [TestCaseSource(nameof(Stacks))]
    public async Task No_name_in_braces_is_left_and_none_is_missing(string stack)
    {
        var runbook = await OfAsync(stack);
        var lines = Lines(runbook.Pages());

        Assert.That(lines.Where(line => Braces.In(line.Text).Count > 0).Select(line => line.ToString()), Is.Empty);
        Assert.That(
            lines.Where(line => line.Text.Contains("<name of", StringComparison.Ordinal)).Select(line => line.ToString()),
            Is.Empty
        );
        Assert.That(
            lines.Where(line => line.Text.Contains("in this stack)", StringComparison.Ordinal)).Select(line => line.ToString()),
            Is.Empty
        );
    }

    [TestCaseSource(nameof(Stacks))]
    public async Task No_command_is_about_another_stack(string stack)
    {
        var own = stack.Contains('-', StringComparison.Ordinal) ? stack[..stack.LastIndexOf('-')] : "idp-server";
        string[] systems = ["idp-server", "finsight", "neuraknot", "taskflow", "web-platform"];
        var lines = Lines((await OfAsync(stack)).Pages().Where(page => page.Name != "recovery-objectives"));

        foreach (var other in systems.Where(system => system != own))
            Assert.That(
                lines
                    .Where(line => line.Text.Contains(other, StringComparison.OrdinalIgnoreCase))
                    .Select(line => line.ToString()),
                Is.Empty
            );
    }

    [TestCaseSource(nameof(Stacks))]
    public async Task What_to_do_about_each_alarm_has_only_names_of_what_it_watches(string stack)
    {
        var runbook = await OfAsync(stack);
        foreach (var alarm in runbook.Alarms.Where(alarm => alarm.Page == "database"))
        {
            var page = Written.Single(one => one.Name == alarm.Page);
            var text = string.Join('\n', runbook.Page(page, alarm.Anchor, alarm).Sections.SelectMany(section => section.Lines));
            foreach (var other in runbook.Alarms.SelectMany(one => one.About).Except(alarm.About))
                if (other.Contains("-replica", StringComparison.Ordinal))
                    Assert.That(text, Does.Not.Contain($" {other} "), alarm.Name);
        }
    }

    [TestCase("prod", "service", "cache", "database", "user-incident")]
    [TestCase("web-platform-prod", "service", "user-pool", "user-incident", "database")]
    [TestCase("finsight-prod", "function", "database", "api", "service")]
    [TestCase("taskflow-prod", "function", "table", "user-incident", "database")]
    [TestCase("neuraknot-prod", "service", "user-pool", "database", "cache")]
    [TestCase("dev", "stop-schedule", "cache", "severity", "function")]
    [TestCase("prod", "severity", "incident", "daily", "stop-schedule")]
    public async Task A_stack_has_the_pages_of_what_it_is_made_of(
        string stack,
        string first,
        string second,
        string third,
        string absent
    )
    {
        var pages = (await OfAsync(stack)).Pages().Select(page => page.Name).ToList();

        Assert.That(pages, Is.SupersetOf([first, second, third]));
        Assert.That(pages, Does.Not.Contain(absent));
    }

    private static async Task<StackRunbook> OfAsync(string stack) => new(await RealStacks.ReviewedAsync(stack), Written);

    private static List<(string Where, string Text)> Lines(IEnumerable<FilledPage> pages) =>
        [
            .. pages.SelectMany(page =>
                page.Intro.Select(line => (page.Name, line))
                    .Concat(
                        page.Sections.SelectMany(section => section.Lines.Select(line => ($"{page.Name}#{section.Anchor}", line)))
                    )
            ),
        ];
}
