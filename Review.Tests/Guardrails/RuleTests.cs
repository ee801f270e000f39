using Review.Guardrails;
using Review.Model;

namespace Review.Tests.Guardrails;

/// <summary>Every rule passes what is right, fails what is wrong, and says when it cannot know.</summary>
internal sealed class RuleTests
{
    private static readonly DateOnly Today = new(2026, 1, 1);

    private static IEnumerable<TestCaseData> Right() =>
        RuleCases.All.SelectMany(rule =>
            rule.Fine.Prepend(("as it is", stack => stack)).Select(change => Case(rule, change, "passes"))
        );

    private static IEnumerable<TestCaseData> Wrong() =>
        RuleCases.All.SelectMany(rule => rule.Failing.Select(change => Case(rule, change, "fails")));

    private static IEnumerable<TestCaseData> Unknown() =>
        RuleCases.All.SelectMany(rule => rule.Unknown.Select(change => Case(rule, change, "cannot know")));

    private static IEnumerable<TestCaseData> Elsewhere() =>
        RuleCases.All.SelectMany(rule => rule.Skipped.Select(change => Case(rule, change, "skips")));

    [TestCaseSource(nameof(Right))]
    public void What_is_right_passes(string rule, StackModel stack) =>
        Assert.That(Verdicts(rule, stack), Is.Not.Empty.And.All.Property(nameof(Verdict.Outcome)).EqualTo(Outcome.Pass));

    [TestCaseSource(nameof(Wrong))]
    public void What_is_wrong_fails_and_says_what(string rule, StackModel stack)
    {
        var failing = Verdicts(rule, stack).Where(verdict => verdict.Outcome == Outcome.Fail).ToList();

        Assert.That(failing, Is.Not.Empty);
        Assert.That(failing.Select(verdict => verdict.Detail), Has.All.Length.GreaterThan(8));
    }

    [TestCaseSource(nameof(Unknown))]
    public void What_is_not_known_is_said_to_be_unknown(string rule, StackModel stack)
    {
        var verdicts = Verdicts(rule, stack);

        Assert.That(
            verdicts.Select(verdict => verdict.Outcome),
            Has.Some.EqualTo(Outcome.CannotKnow).And.None.EqualTo(Outcome.Fail)
        );
    }

    [TestCaseSource(nameof(Elsewhere))]
    public void What_a_rule_is_not_about_is_left_alone(string rule, StackModel stack) =>
        Assert.That(Verdicts(rule, stack), Is.Empty);

    [Test]
    public void Every_rule_has_a_case_that_fails() =>
        Assert.That(
            GuardrailCatalog
                .All.Select(rule => rule.Id)
                .Except(RuleCases.All.Where(rule => rule.Failing.Count > 0).Select(rule => rule.Rule)),
            Is.Empty
        );

    [Test]
    public void Every_case_is_of_a_rule_that_exists() =>
        Assert.That(RuleCases.All.Select(rule => rule.Rule).Except(GuardrailCatalog.All.Select(rule => rule.Id)), Is.Empty);

    private static List<Verdict> Verdicts(string rule, StackModel stack) =>
        [.. GuardrailRun.Of(stack, [], Today, [GuardrailCatalog.Find(rule)!]).Findings.Select(finding => finding.Verdict)];

    private static TestCaseData Case(RuleCase rule, (string Text, Func<StackText, StackText> Change) change, string word) =>
        new TestCaseData(rule.Rule, change.Change(StackText.Of(rule.Passing)).Model()).SetArgDisplayNames(
            rule.Rule,
            word,
            change.Text
        );
}
