using Engine.Planning;
using Engine.Previewing;
using Engine.Programs;
using Engine.Projects;
using Infra.Systems;

namespace Infra.Tests.Stacks;

/// <summary>Previews the repository's own stacks with the offline engine, through the protocol.</summary>
internal static class StackPlans
{
    public static ProjectFile Project { get; } = ProjectFile.Load(Repository.PathOf("Pulumi.yaml"));

    public static async Task<Plan> OfAsync(string stack)
    {
        var configuration = StackConfiguration.Load(Project, StackFile.Load(Project, stack));
        var result = await Preview.RunAsync(
            new PreviewOptions
            {
                Project = Project.Name,
                Stack = stack,
                RootDirectory = Repository.PathOf(""),
                Config = configuration.Entries,
                Program = InProcessProgram.FromAssembly(typeof(IdpServer).Assembly.Location),
                Assume = AssumedOutputs.Of,
            }
        );
        Assert.That(result.Problems, Is.Empty);
        Assert.That(result.Failed, Is.False);
        return result.Plan;
    }
}
