using Engine.Planning;
using Engine.Values;
using Review.Guardrails;
using Review.Model;
using Review.Tests.Guardrails;

namespace Review.Tests.Stacks;

/// <summary>
/// A rule that passes on the real stacks must fail on at least one of them when one of the properties that its cases flip is flipped there: so a rule that
/// never looks at real resources, or looks past them, is found.
/// </summary>
internal sealed class RealMutationTests
{
    private static readonly DateOnly Today = RealStacks.Today;

    private static IEnumerable<string> Rules() => GuardrailCatalog.All.Select(rule => rule.Id);

    [TestCaseSource(nameof(Rules))]
    public async Task A_flipped_property_of_a_real_resource_is_found(string id)
    {
        var rule = GuardrailCatalog.Find(id)!;
        var flips = RuleCases.All.Where(one => one.Rule == id).SelectMany(one => one.Flips).ToList();
        var applies = false;
        foreach (var stack in RealStacks.Names)
        {
            var plan = await RealStacks.ReviewedAsync(stack);
            var failing = Failing(rule, plan);
            if (GuardrailRun.Of(StackModel.Of(plan), [], Today, [rule]).Findings.IsEmpty)
                continue;
            applies = true;
            foreach (var flip in flips)
            foreach (var changed in Mutated(plan, flip))
                if (Failing(rule, changed) > failing)
                    return;
        }
        if (!applies)
            Assert.Pass($"{id} is about nothing in the stacks of this repository");
        if (flips.Count == 0)
            Assert.Pass($"{id} has cases that add or remove resources only");
        Assert.Fail(
            $"{id}: none of {string.Join(", ", flips.Select(flip => $"{flip.Path}={flip.Json ?? "nothing"}"))} makes it fail on a real stack"
        );
    }

    private static int Failing(Guardrail rule, Plan plan) =>
        GuardrailRun
            .Of(StackModel.Of(plan), [], Today, [rule])
            .Findings.Count(finding => finding.Verdict.Outcome == Outcome.Fail);

    // Each of the first resources of the type, one after the other.
    private static IEnumerable<Plan> Mutated(Plan plan, Flip flip)
    {
        const int Enough = 12;
        var tried = 0;
        for (var index = 0; index < plan.Steps.Length && tried < Enough; index++)
            if (
                plan.Steps[index] is { Internal: false, New: { } state } step
                && state.Type == flip.Type
                && flip.Apply(state.Inputs) is { } inputs
            )
            {
                tried++;
                yield return plan with
                {
                    Steps = plan.Steps.SetItem(index, step with { New = state with { Inputs = inputs } }),
                };
            }
    }
}
