using System.Collections.Immutable;
using Engine.Model;
using Engine.Planning;
using Engine.Values;

namespace Review.Tests.Comparison;

/// <summary>
/// A plan of one environment, for comparisons: a <see cref="StackText"/> with names of its own. The input <c>^</c> names the resource that a resource
/// lies in, and is taken out.
/// </summary>
internal static class SmallPlan
{
    public static Plan Of(string environment, string lines, string account = "111111111111")
    {
        var stack = $"shop-{environment}";
        var plan = StackText.Of(lines).Plan();
        var root = Urns.Create(stack, plan.Project, null, Urns.StackType, $"{plan.Project}-{stack}");
        var urns = new Dictionary<string, string>();
        var states = new List<ResourceState>();
        foreach (var old in plan.Steps.Select(step => step.State).Where(state => state.Type != Urns.StackType))
        {
            var parent = old.Inputs["^"] is StringValue { Value: var above } ? urns[above] : root;
            var state = old with
            {
                Urn = Urns.Create(stack, plan.Project, parent, old.Type, old.Name),
                Parent = parent,
                Inputs = new ObjectValue(old.Inputs.Properties.Remove("^")),
            };
            urns.TryAdd(old.Name, state.Urn);
            states.Add(state);
        }
        return plan with
        {
            Stack = stack,
            Config = ImmutableSortedDictionary<string, string>
                .Empty.Add("aws:allowedAccountIds", $"[\"{account}\"]")
                .Add("aws:region", "ap-northeast-1")
                .Add("test:environment", environment)
                .Add("test:system", "shop"),
            Steps =
            [
                .. states
                    .Prepend(plan.Steps[0].State with { Urn = root })
                    .Select(state => new PlanStep
                    {
                        Op = StepOp.Create,
                        Urn = state.Urn,
                        New = state,
                    }),
            ],
        };
    }
}
