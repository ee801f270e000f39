using Engine;
using Engine.Projects;
using Infra.Cli.Output;

namespace Infra.Cli.Stacks;

/// <summary>The stack a command works on: its project, its file, its effective configuration.</summary>
internal sealed record StackTarget(ProjectFile Project, StackFile File, StackConfiguration Configuration)
{
    private const string NoStack = "no stack is named or selected";

    /// <summary>The project of a folder. Default: of the current folder, else the one this command was built in.</summary>
    /// <exception cref="InputException">There is no project, or it cannot be used.</exception>
    public static ProjectFile FindProject(string? folder)
    {
        if (folder is not null)
            return ProjectFile.Load(ProjectFile.Find(Existing(folder)));
        try
        {
            return ProjectFile.Load(ProjectFile.Find(Environment.CurrentDirectory));
        }
        catch (InputException) when (OwnProject() is { } own)
        {
            return ProjectFile.Load(own);
        }
    }

    /// <summary>Finds and reads a stack.</summary>
    /// <param name="folder">The folder of the project, or one below it. Default: see <see cref="FindProject"/>.</param>
    /// <param name="name">The stack. Default: the selected one, or the only one.</param>
    /// <exception cref="InputException">Stack or configuration cannot be used; with every problem.</exception>
    public static StackTarget Of(string? folder, string? name)
    {
        var project = FindProject(folder);
        var stack = name ?? Selected(project);
        Engine.Projects.Stacks.Require(project, stack);
        var file = StackFile.Load(project, stack);
        return new(project, file, StackConfiguration.Load(project, file));
    }

    /// <summary>Finds and reads every stack of a project.</summary>
    /// <param name="folder">The folder of the project, or one below it. Default: see <see cref="FindProject"/>.</param>
    /// <exception cref="InputException">There is none, or one cannot be used; with every problem of the first.</exception>
    public static List<StackTarget> All(string? folder)
    {
        var project = FindProject(folder);
        var names = Engine.Projects.Stacks.List(project);
        return names.IsEmpty
            ? throw new InputException(
                "--all",
                [$"got no stack file in {project.StackDirectory}, want one; write Pulumi.<stack>.yaml"]
            )
            : [.. names.Select(name => Of(project.Directory, name))];
    }

    /// <summary>The text of a configuration value that is no secret.</summary>
    public string? Plain(string key) =>
        Configuration.Entries.GetValueOrDefault(key) is { IsSecret: false } entry ? entry.Text : null;

    private static string Selected(ProjectFile project)
    {
        if (StackSelection.Current(project.Directory) is { } selected)
            return selected.Name;
        var known = Engine.Projects.Stacks.List(project);
        return known switch
        {
            [var only] => only,
            [] => throw new InputException(
                NoStack,
                [$"{project.Directory} has no stack file; write Pulumi.<stack>.yaml beside {project.FileName}"]
            ),
            _ => throw new InputException(
                NoStack,
                [$"got none, want one of {string.Join(", ", known)}; name it, set PULUMI_STACK, or run infra use {known[0]}"]
            ),
        };
    }

    // The command is built inside its repository, so its own project is above its binaries.
    private static string? OwnProject()
    {
        try
        {
            return ProjectFile.Find(AppContext.BaseDirectory);
        }
        catch (InputException)
        {
            return null;
        }
    }

    private static string Existing(string folder) =>
        Directory.Exists(folder)
            ? folder
            : throw new InputException(
                "--project",
                [$"got {ValueText.Quoted(folder)}, want a folder that exists, with Pulumi.yaml in or above it"]
            );
}
