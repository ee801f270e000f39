using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Tests.Stacks;

namespace Infra.Tests.Plans;

/// <summary>The whole plan of a stack file, for tests that look across resources. It is made once and shared.</summary>
internal sealed class PlannedStack
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<PlannedStack>>> Known = new(StringComparer.Ordinal);

    private PlannedStack(string stack, ImmutableArray<Planned> resources, ImmutableArray<string> messages) =>
        (Stack, Resources, Messages) = (stack, resources, messages);

    /// <summary>The names of all stack files.</summary>
    public static ImmutableArray<string> Names => Engine.Projects.Stacks.List(StackPlans.Project);

    public string Stack { get; }

    public ImmutableArray<Planned> Resources { get; }

    /// <summary>What the program said while it was planned.</summary>
    public ImmutableArray<string> Messages { get; }

    public static Task<PlannedStack> OfAsync(string stack) => Known.GetOrAdd(stack, name => new(() => LoadAsync(name))).Value;

    /// <summary>The plan of a stack whose file says something else.</summary>
    public static Task<PlannedStack> OfAsync(string stack, JsonObject changes) => LoadAsync(stack, changes);

    public IEnumerable<Planned> All(string type) => Resources.Where(resource => resource.Type == type);

    public Planned One(string type) => All(type).Single();

    public Planned Named(string type, string name) => All(type).Single(resource => resource.Name == name);

    /// <summary>The resource whose output a text refers to; fails when there is none.</summary>
    public Planned Referred(string type, string reference, string output) =>
        All(type).SingleOrDefault(resource => resource[output] == reference)
        ?? throw new AssertionException($"{Stack}: {reference} is no {output} of a {type}");

    private static async Task<PlannedStack> LoadAsync(string stack, JsonObject? changes = null)
    {
        var plan = await StackPlans.OfAsync(stack, changes);
        return new(
            stack,
            [.. plan.Steps.Where(step => !step.Internal).Select(step => new Planned(step.State))],
            [.. plan.Diagnostics.Select(said => said.Message)]
        );
    }
}
