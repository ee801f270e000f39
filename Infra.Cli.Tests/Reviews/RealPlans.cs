using System.Collections.Concurrent;
using Engine.Planning;
using Infra.Cli.Programs;
using Infra.Cli.Stacks;

namespace Infra.Cli.Tests.Reviews;

/// <summary>The plans of this repository's stacks as reviews read them, each made once.</summary>
internal static class RealPlans
{
    private static readonly ConcurrentDictionary<string, Task<Plan>> Made = new();

    public static IEnumerable<string> Stacks =>
        Directory
            .EnumerateFiles(Repository.Root, "Pulumi.*.yaml")
            .Select(file => Path.GetFileName(file).Split('.')[1])
            .Order(StringComparer.Ordinal);

    public static Task<Plan> OfAsync(string stack) =>
        Made.GetOrAdd(stack, name => ReviewedPlan.MakeAsync(StackTarget.Of(Repository.Root, name), null, CancellationToken.None));

    public static string SystemOf(string stack) => StackTarget.Of(Repository.Root, stack).Plain("idp-infra:system")!;
}
