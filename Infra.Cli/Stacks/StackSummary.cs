using Engine;
using Engine.Projects;

namespace Infra.Cli.Stacks;

/// <summary>What a list of stacks says of one.</summary>
/// <param name="Name">The stack.</param>
/// <param name="System">The system it builds. Default: not said.</param>
/// <param name="Environment">What it is for. Default: not said.</param>
/// <param name="Region">The AWS region. Default: not said.</param>
/// <param name="File">The name of its file.</param>
/// <param name="Selected">Whether commands that are given no stack take this one.</param>
/// <param name="Problem">Why its configuration cannot be used. Default: it can.</param>
internal sealed record StackSummary(
    string Name,
    string? System,
    string? Environment,
    string? Region,
    string File,
    bool Selected,
    string? Problem
)
{
    /// <summary>All stacks of a project, in order of name.</summary>
    public static IEnumerable<StackSummary> Of(ProjectFile project)
    {
        var selected = StackSelection.Current(project.Directory)?.Name;
        foreach (var name in Engine.Projects.Stacks.List(project))
        {
            var file = Path.GetFileName(Engine.Projects.Stacks.FilePath(project, name));
            var summary = new StackSummary(name, null, null, null, file, name == selected, null);
            yield return Read(project, summary);
        }
    }

    private static StackSummary Read(ProjectFile project, StackSummary summary)
    {
        try
        {
            // No variable is looked up: a list needs no secret, and opening one takes a second.
            var configuration = StackConfiguration.Load(project, StackFile.Load(project, summary.Name), _ => null);
            string? Plain(string key) =>
                configuration.Entries.GetValueOrDefault(key) is { IsSecret: false } entry ? entry.Text : null;
            return summary with
            {
                System = Plain($"{project.Name}:system"),
                Environment = Plain($"{project.Name}:environment"),
                Region = Plain("aws:region"),
            };
        }
        catch (InputException problem)
        {
            return summary with { Problem = problem.Message };
        }
    }
}
