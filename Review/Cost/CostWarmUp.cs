using System.Collections.Immutable;
using Engine.Model;
using Engine.Planning;
using Engine.Values;
using Review.Cost.Pricing;
using Review.Model;

namespace Review.Cost;

/// <summary>
/// Estimates a made-up stack once, so that the code of rules is compiled and the price book read when the real one is there. A preview does it on the second
/// processor while its program runs.
/// </summary>
public static class CostWarmUp
{
    // Several stacks are previewed in one process; the code is compiled once.
    private static readonly Lazy<Task> Once = new(() => Task.Run(Run));

    /// <summary>Does it on another thread, the first time that it is asked.</summary>
    public static Task StartAsync() => Once.Value;

    private static void Run()
    {
        var plan = new Plan
        {
            Project = "a",
            Stack = "b",
            Config = ImmutableSortedDictionary<string, string>
                .Empty.Add("a:system", "idp-server")
                .Add("aws:region", "ap-northeast-1"),
            Steps =
            [
                .. PricingCatalog
                    .All.Select(rule => State(rule.On))
                    .Select(state => new PlanStep
                    {
                        Op = StepOp.Create,
                        Urn = state.Urn,
                        New = state,
                    }),
            ],
        };
        _ = CostEstimate.Of(StackModel.Of(plan)).Total;
    }

    private static ResourceState State(string type) =>
        new()
        {
            Urn = Urns.Create("b", "a", null, type, "c"),
            Type = type,
            Custom = true,
            Id = "d",
            Inputs = new ObjectValue(
                ImmutableSortedDictionary
                    .Create<string, PropertyValue>(StringComparer.Ordinal)
                    .Add("allocatedStorage", new NumberValue(1))
                    .Add("desiredCount", new NumberValue(1))
                    .Add("instanceClass", new StringValue("db.t4g.micro"))
                    .Add("storageType", new StringValue("gp3"))
                    .Add("engine", new StringValue("postgres"))
                    .Add("scheduleExpression", new StringValue("cron(0 8 ? * MON-FRI *)"))
            ),
        };
}
