using System.Collections.Immutable;
using Engine.Model;
using Engine.Planning;
using Engine.Tests.Documents;
using Engine.Tests.Schemas;

namespace Engine.Tests.Planning;

/// <summary>A planner over a baseline, and what it had to say.</summary>
internal sealed class PlannerBench(params ResourceState[] baseline)
{
    private IPlanner? _planner;

    public PlannerOptions Options { get; init; } = new();

    public List<Diagnostic> Said { get; } = [];

    private IPlanner Planner => _planner ??= new BaselinePlanner(new Baseline(baseline), Options, ThingSchema.Library);

    public PlanStep Register(ResourceState goal) => Planner.Register(goal, Said.Add);

    public ImmutableArray<PlanStep> Finish() => [.. Planner.Finish(Said.Add)];

    public static ResourceState Goal(string name, params (string Key, object? Value)[] inputs) => States.Thing(name, inputs);

    public static ResourceState Old(string name, params (string Key, object? Value)[] inputs) =>
        States.Thing(name, inputs).Deployed();
}
