using System.Collections.Concurrent;
using System.Collections.Immutable;
using Engine.Planning;
using Engine.Previewing;
using Engine.Programs;
using Engine.Projects;
using Review.Guardrails;
using Review.Guardrails.Waivers;
using Review.Model;

namespace Review.Tests.Stacks;

/// <summary>The stacks of this repository as a review sees them. Each is planned once.</summary>
internal static class RealStacks
{
    /// <summary>A day on which the committed waivers count: that they run out some day must not break the tests.</summary>
    public static readonly DateOnly Today = new(2026, 11, 21);

    private static readonly ConcurrentDictionary<(string Stack, bool StandIns), Lazy<Task<Plan>>> Known = new();

    private static readonly ProjectFile Project = ProjectFile.Load(Path.Combine(Golden.Root, "Pulumi.yaml"));

    /// <summary>The names of all stack files.</summary>
    public static ImmutableArray<string> Names => Engine.Projects.Stacks.List(Project);

    /// <summary>The plan as <c>infra check</c> makes it, with stand-ins for what AWS makes up.</summary>
    public static Task<Plan> ReviewedAsync(string stack) => PlanAsync(stack, true);

    /// <summary>The plan as <c>infra preview</c> makes it.</summary>
    public static Task<Plan> PreviewedAsync(string stack) => PlanAsync(stack, false);

    /// <summary>What the guardrails say of a plan, with the waivers of its stack's file.</summary>
    public static GuardrailReport Check(string stack, Plan plan) =>
        GuardrailRun.Of(
            StackModel.Of(plan),
            WaiverReader.Read(
                Configuration(stack).Entries.GetValueOrDefault($"{Project.Name}:{WaiverReader.Key}")?.Text,
                $"Pulumi.{stack}.yaml",
                Today
            ),
            Today
        );

    private static StackConfiguration Configuration(string stack) =>
        StackConfiguration.Load(Project, StackFile.Load(Project, stack));

    private static Task<Plan> PlanAsync(string stack, bool standIns) =>
        Known.GetOrAdd((stack, standIns), key => new(() => LoadAsync(key.Stack, key.StandIns))).Value;

    private static async Task<Plan> LoadAsync(string stack, bool standIns)
    {
        var result = await Preview.RunAsync(
            new PreviewOptions
            {
                Project = Project.Name,
                Stack = stack,
                RootDirectory = Golden.Root,
                Config = Configuration(stack).Entries,
                Program = InProcessProgram.FromAssembly(Path.Combine(AppContext.BaseDirectory, "Infra.dll")),
                Assume = standIns ? StandIns.Of : null,
            }
        );
        Assert.That(result.Problems, Is.Empty, stack);
        return result.Plan;
    }
}
