using Engine.Documents;
using Engine.Planning;
using Engine.Previewing;
using Engine.Programs;
using Infra.Cli.Stacks;

namespace Infra.Cli.Programs;

/// <summary>How a stack is previewed; the same wherever that is done, so that every command counts alike.</summary>
internal static class StackPreview
{
    /// <summary>What the engine is asked.</summary>
    /// <param name="target">The stack.</param>
    /// <param name="program">What to run.</param>
    /// <param name="baseline">What is deployed. Default: nothing, so that everything is new.</param>
    public static PreviewOptions Options(StackTarget target, IProgram program, DeploymentDocument? baseline = null) =>
        new()
        {
            Project = target.Project.Name,
            Stack = target.File.Stack,
            RootDirectory = target.Project.Directory,
            WorkingDirectory = Directory.Exists(target.Project.Main) ? target.Project.Main : target.Project.Directory,
            Config = target.Configuration.Entries,
            Program = program,
            Planner = () => baseline is null ? new NewStackPlanner() : new BaselinePlanner(baseline.ToBaseline()),
        };
}
