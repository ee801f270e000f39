using System.Collections.Immutable;
using Engine.Values;
using Review.Cost.Pricing;
using Review.Model;

namespace Review.Cost;

/// <summary>
/// Estimates a made-up stack once, so that the code of rules is compiled and the price book read when the real one is there. A preview does it on the second
/// processor while it reads files and its program runs.
/// </summary>
public static class CostWarmUp
{
    // Several stacks are previewed in one process; the code is compiled once.
    private static readonly Lazy<Task> Once = new(() => Task.Run(Run));

    /// <summary>Does it on another thread, the first time that it is asked.</summary>
    public static Task StartAsync() => Once.Value;

    private static void Run() =>
        _ = CostEstimate
            .Of(
                MadeUpStack.Of(
                    PricingCatalog.All.Select(rule => rule.On),
                    ImmutableSortedDictionary<string, string>
                        .Empty.Add("a:system", "idp-server")
                        .Add("aws:region", "ap-northeast-1"),
                    ("allocatedStorage", new NumberValue(1)),
                    ("desiredCount", new NumberValue(1)),
                    ("instanceClass", new StringValue("db.t4g.micro")),
                    ("storageType", new StringValue("gp3")),
                    ("engine", new StringValue("postgres")),
                    ("scheduleExpression", new StringValue("cron(0 8 ? * MON-FRI *)"))
                )
            )
            .Total;
}
