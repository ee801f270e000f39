using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Engine.Model;
using Engine.Planning;
using Engine.Projects;
using Infra.Tests.Stacks;

namespace Infra.Tests.Plans;

/// <summary>The whole plan of a stack file, for tests that look across resources. It is made once and shared.</summary>
internal sealed class PlannedStack
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<PlannedStack>>> Known = new(StringComparer.Ordinal);

    private readonly Plan _plan;

    private PlannedStack(string stack, Plan plan)
    {
        (Stack, _plan) = (stack, plan);
        var regions = plan
            .Steps.Where(step => step.State.Type == "pulumi:providers:aws")
            .ToDictionary(step => step.State.Urn, step => PlanValues.Json(step.State.Inputs["region"])!.ToString());
        Resources =
        [
            .. plan
                .Steps.Where(step => !step.Internal)
                .Select(step => new Planned(step.State, regions.GetValueOrDefault(ProviderUrn(step.State), ""))),
        ];
        Messages = [.. plan.Diagnostics.Select(said => said.Message)];
    }

    /// <summary>The names of all stack files, and of the stacks with everything.</summary>
    public static ImmutableArray<string> Names => [.. Files, .. EverythingOn.Names];

    /// <summary>The names of all stack files.</summary>
    public static ImmutableArray<string> Files => Engine.Projects.Stacks.List(StackPlans.Project);

    /// <summary>The names of the stack files of one system.</summary>
    public static IEnumerable<string> Of(string system) =>
        Files.Where(stack =>
            StackConfiguration
                .Load(StackPlans.Project, StackFile.Load(StackPlans.Project, stack))
                .Entries["idp-infra:system"]
                .Text == system
        );

    public string Stack { get; }

    /// <summary>What the stack is one of.</summary>
    public string System => _plan.Config["idp-infra:system"];

    /// <summary>What it is for.</summary>
    public string Environment => _plan.Config["idp-infra:environment"];

    /// <summary>Whether what holds data must refuse to be deleted: the state of dev as well as that of production.</summary>
    public bool IsProtected => Environment != "dev" || System == "bootstrap";

    public string Region => _plan.Config["aws:region"];

    public string Account => (string)JsonNode.Parse(_plan.Config["aws:allowedAccountIds"])![0]!;

    public ImmutableArray<Planned> Resources { get; }

    /// <summary>What the stack hands out.</summary>
    public JsonObject Outputs => (JsonObject)PlanValues.Json(_plan.Outputs)!;

    /// <summary>What the program said while it was planned.</summary>
    public ImmutableArray<string> Messages { get; }

    public static Task<PlannedStack> OfAsync(string stack) => Known.GetOrAdd(stack, name => new(() => LoadAsync(name))).Value;

    /// <summary>The plan of a stack whose file says something else.</summary>
    public static async Task<PlannedStack> OfAsync(string stack, JsonObject changes) =>
        new(stack, await StackPlans.OfAsync(stack, changes));

    /// <summary>The same with secrets that people brought.</summary>
    public static async Task<PlannedStack> OfAsync(string stack, JsonObject changes, JsonObject secrets) =>
        new(stack, await StackPlans.OfAsync(stack, changes, secrets));

    public IEnumerable<Planned> All(string type) => Resources.Where(resource => resource.Type == type);

    public Planned One(string type) => All(type).Single();

    public Planned Named(string type, string name) => All(type).Single(resource => resource.Name == name);

    /// <summary>The resource whose output a text refers to; fails when there is none.</summary>
    public Planned Referred(string type, string reference, string output) =>
        All(type).SingleOrDefault(resource => resource[output] == reference)
        ?? throw new AssertionException($"{Stack}: {reference} is no {output} of a {type}");

    private static async Task<PlannedStack> LoadAsync(string name)
    {
        var (stack, changes, secrets) = EverythingOn.Of(name);
        return new(stack, await StackPlans.OfAsync(stack, changes, secrets));
    }

    private static string ProviderUrn(ResourceState state) =>
        state.Provider?[..state.Provider.LastIndexOf("::", StringComparison.Ordinal)] ?? "";
}
