using Engine;
using Engine.Projects;

namespace Infra.Cli.Stacks;

/// <summary>What a list of stacks says of one.</summary>
/// <param name="Name">The stack.</param>
/// <param name="File">The name of its file.</param>
/// <param name="Selected">Whether commands that are given no stack take this one.</param>
internal sealed record StackSummary(string Name, string File, bool Selected)
{
    /// <summary>The system it builds. Default: not said.</summary>
    public string? System { get; init; }

    /// <summary>What it is for. Default: not said.</summary>
    public string? Environment { get; init; }

    /// <summary>The AWS account. Default: not said.</summary>
    public string? AccountId { get; init; }

    /// <summary>The AWS region. Default: not said.</summary>
    public string? Region { get; init; }

    /// <summary>How many resources it would create from nothing. Default: not counted.</summary>
    public int? Resources { get; init; }

    /// <summary>Why it cannot be used or previewed. Default: it can.</summary>
    public string? Problem { get; init; }

    /// <summary>The stack as far as it could be read; its secrets are closed. Default: it could not be.</summary>
    public StackTarget? Target { get; init; }

    /// <summary>All stacks of a project, in order of name.</summary>
    public static IEnumerable<StackSummary> Of(ProjectFile project)
    {
        var selected = StackSelection.Current(project.Directory)?.Name;
        foreach (var name in Engine.Projects.Stacks.List(project))
        {
            var file = Path.GetFileName(Engine.Projects.Stacks.FilePath(project, name));
            yield return Read(project, new(name, file, name == selected));
        }
    }

    private static StackSummary Read(ProjectFile project, StackSummary summary)
    {
        try
        {
            var file = StackFile.Load(project, summary.Name);
            // No variable is looked up: a list needs no secret, and opening one takes a second.
            var target = new StackTarget(project, file, StackConfiguration.Load(project, file, _ => null));
            return summary with
            {
                System = target.Plain($"{project.Name}:system"),
                Environment = target.Plain($"{project.Name}:environment"),
                AccountId = AllowedAccounts.Read(target.Plain(AllowedAccounts.Key)) is { Length: > 0 } accounts
                    ? string.Join(" ", accounts)
                    : null,
                Region = target.Plain("aws:region"),
                Target = target,
            };
        }
        catch (InputException problem)
        {
            return summary with { Problem = problem.Message };
        }
    }
}
