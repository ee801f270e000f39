using Review.Guardrails;

namespace Review.Tests.Guardrails;

/// <summary>A rule answers whatever shape inputs have: a plan may come from a program that nobody here knows.</summary>
internal sealed class OddShapeTests
{
    private static readonly string[] Shapes = ["\"x\"", "7", "[[7]]", """{"a": 7}""", "\"?\""];

    [TestCaseSource(nameof(Rules))]
    public void No_rule_throws(string rule)
    {
        var subject = GuardrailCatalog.Find(rule)!;
        foreach (var stack in RuleCases.All.Where(test => test.Rule == rule).Select(test => StackText.Of(test.Passing)))
        foreach (var (type, name, inputs) in stack.Resources)
        {
            string[] all = [.. inputs.Select(input => input.Key).Where(input => !input.StartsWith('$'))];
            foreach (var shape in Shapes)
                Ask(subject, all.Aggregate(stack, (changed, input) => changed.With(name, input, shape)), $"{name} {shape}");
            if (type == subject.On)
                foreach (var input in all)
                    Ask(subject, stack.With(name, input, "[7]"), $"{name} {input}");
        }
    }

    private static void Ask(Guardrail rule, StackText stack, string what) =>
        Assert.That(() => GuardrailRun.Of(stack.Model(), [], default, [rule]), Throws.Nothing, what);

    private static IEnumerable<string> Rules() => GuardrailCatalog.All.Select(rule => rule.Id);
}
