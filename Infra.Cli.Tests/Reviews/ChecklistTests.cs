using System.Text.RegularExpressions;
using Infra.Cli.Output;
using Infra.Cli.Tests.Output;
using Review.Checklists;

namespace Infra.Cli.Tests.Reviews;

/// <summary>The check-list of every stack of this repository.</summary>
public sealed class ChecklistTests
{
    private static IEnumerable<string> Stacks => RealPlans.Stacks;

    [TestCaseSource(nameof(Stacks))]
    public async Task The_check_list_of_a_stack_is_as_it_was_read(string stack)
    {
        var list = await ListAsync(stack);
        Golden.Check(Screens.Of(terminal => ChecklistReport.Write(terminal, list)), $"checklist-{stack}");
    }

    [TestCaseSource(nameof(Stacks))]
    public async Task Every_page_and_section_that_a_check_list_names_exists(string stack)
    {
        foreach (var link in (await ListAsync(stack)).Items.Select(item => item.Evidence.Link).OfType<string>().Distinct())
        {
            var (page, section) = link.Split('#') is [var file, var anchor] ? (file, anchor) : (link, null);
            var text = File.ReadAllText(Path.Combine(Repository.Root, page));
            if (section is not null)
                Assert.That(Sections(text), Does.Contain(section), link);
        }
    }

    [Test]
    public async Task Production_has_what_dev_leaves_out()
    {
        var (dev, prod) = (await ListAsync("dev"), await ListAsync("prod"));
        const string Standby = "A standby in another zone takes over (Multi-AZ)";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Item(prod, Standby).State, Is.EqualTo(ItemState.Done));
            Assert.That(
                Item(prod, Standby).Facts,
                Is.EqualTo([new Fact("aws:rds:Instance", "idp-server-postgresql", "multiAz", "true")])
            );
            Assert.That(Item(dev, Standby).State, Is.EqualTo(ItemState.Open));
            Assert.That(Item(dev, Standby).Facts.Single().Value, Is.EqualTo("false"));
        }
    }

    [Test]
    public async Task Production_lacks_nothing_but_what_is_optional_or_waits_for_real_values()
    {
        string[] waiting =
        [
            "Somebody hears them",
            "Calls to AWS are recorded (CloudTrail)",
            "Calls to AWS are recorded (CloudTrail, optional)",
            "AWS Config judges what is recorded",
            "Requests are traced with X-Ray (optional)",
            "A canary asks from outside (optional)",
            "People can come from Google, LINE and X",
        ];
        foreach (var stack in Stacks.Where(stack => stack.EndsWith("prod", StringComparison.Ordinal)))
            Assert.That(
                (await ListAsync(stack)).Items.Where(item => item.Evidence.State == ItemState.Open).Select(item => item.Text),
                Is.SubsetOf(waiting),
                stack
            );
    }

    private static Evidence Item(CheckedList list, string text) => list.Items.Single(item => item.Text == text).Evidence;

    private static async Task<CheckedList> ListAsync(string stack) =>
        CheckedList.Of(RealPlans.SystemOf(stack), await RealPlans.OfAsync(stack));

    // As GitHub makes anchors of headings.
    private static IEnumerable<string> Sections(string page) =>
        page.Split('\n')
            .Where(line => line.StartsWith('#'))
            .Select(line => Regex.Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "[^a-z0-9 _-]", "").Replace(' ', '-'));
}
