using Review.Guardrails;

namespace Review.Tests.Stacks;

/// <summary>What the guardrails say of the stacks of this repository.</summary>
internal sealed class RealStackTests
{
    private static System.Collections.Immutable.ImmutableArray<string> Stacks() => RealStacks.Names;

    [TestCaseSource(nameof(Stacks))]
    public async Task A_stack_breaks_no_rule_that_its_file_does_not_allow(string stack)
    {
        var report = RealStacks.Check(stack, await RealStacks.ReviewedAsync(stack));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Open.Select(Told), Is.Empty);
            Assert.That(report.Notes, Is.Empty);
        }
    }

    // A preview knows less: it may say that it cannot know, and never that something is wrong which is not.
    [TestCaseSource(nameof(Stacks))]
    public async Task A_preview_without_stand_ins_finds_nothing_that_is_not_there(string stack)
    {
        var previewed = RealStacks.Check(stack, await RealStacks.PreviewedAsync(stack));
        var reviewed = RealStacks.Check(stack, await RealStacks.ReviewedAsync(stack));
        Assert.That(
            previewed.Findings.Where(finding => finding.Verdict.Outcome == Outcome.Fail).Select(Told),
            Is.SubsetOf(reviewed.Findings.Where(finding => finding.Verdict.Outcome == Outcome.Fail).Select(Told))
        );
    }

    [Test]
    public async Task Only_few_rules_cannot_know_before_a_deployment()
    {
        foreach (var stack in Stacks())
        {
            var counts = RealStacks.Check(stack, await RealStacks.ReviewedAsync(stack)).Counts;
            Assert.That(counts.CannotKnow, Is.LessThanOrEqualTo(counts.Pass / 10), stack);
        }
    }

    private static string Told(Finding finding) =>
        $"{finding.Rule.Id} {finding.Resource.Type} {finding.Resource.Name}: {finding.Verdict.Detail}";
}
