using System.Collections.Immutable;
using Engine.Model;
using Engine.Planning;
using Engine.Values;
using Review.Model;

namespace Review.Tests.Changes;

/// <summary>Plans of the real planner between two small stacks written as text.</summary>
internal static class Steps
{
    /// <summary>The plan from one stack to the other.</summary>
    public static Plan Between(StackText old, StackText now)
    {
        var planner = new BaselinePlanner(
            Baseline.After(WithDependencies(old.Plan())),
            new PlannerOptions { Origins = StandIns.Origins }
        );
        var plan = WithDependencies(now.Plan());
        var diagnostics = new List<Diagnostic>();
        return plan with
        {
            Steps =
            [
                .. plan.Steps.Select(step => planner.Register(step.New!, diagnostics.Add)),
                .. planner.Finish(diagnostics.Add),
            ],
            Diagnostics = [.. diagnostics],
        };
    }

    /// <summary>The plan of one changed input; nothing removes it.</summary>
    public static Plan Changing(StackText stack, string name, string path, string? json) =>
        Between(stack, stack.With(name, path, json));

    /// <summary>The step of the resource of this name.</summary>
    public static PlanStep Of(this Plan plan, string name) => plan.Steps.Single(step => step.State.Name == name);

    // What a program tells of its outputs is written here as stand-ins.
    private static Plan WithDependencies(Plan plan)
    {
        var urns = plan.Steps.ToDictionary(step => (step.State.Type, step.State.Name), step => step.Urn);
        return plan with { Steps = [.. plan.Steps.Select(step => step with { New = With(step.New!) })] };

        ResourceState With(ResourceState state)
        {
            var dependencies = state.Inputs.Properties.ToImmutableSortedDictionary(
                input => input.Key,
                input => Origins(input.Value).Select(origin => urns[origin]).Distinct().ToImmutableArray(),
                StringComparer.Ordinal
            );
            return state with
            {
                PropertyDependencies = dependencies,
                Dependencies = [.. dependencies.Values.SelectMany(names => names).Distinct()],
            };
        }
    }

    private static IEnumerable<(string, string)> Origins(PropertyValue value) =>
        value switch
        {
            StringValue text => StandIns.Origins(text.Value),
            SecretValue secret => Origins(secret.Inner),
            ArrayValue list => list.Items.SelectMany(Origins),
            ObjectValue map => map.Properties.Values.SelectMany(Origins),
            _ => [],
        };
}
