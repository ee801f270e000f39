using System.Collections.Immutable;
using Engine.Text;

namespace Engine.Projects;

/// <summary>The stacks of a project: those that have a file.</summary>
public static class Stacks
{
    private const string Prefix = "Pulumi.";

    /// <summary>Names of all stacks that have a file, in order.</summary>
    public static ImmutableArray<string> List(ProjectFile project)
    {
        if (!Directory.Exists(project.StackDirectory))
            return [];
        var extension = Path.GetExtension(project.Path);
        return
        [
            .. Directory
                .EnumerateFiles(project.StackDirectory, Prefix + "*" + extension)
                .Select(Path.GetFileName)
                .Where(name =>
                    name!.Length > Prefix.Length + extension.Length && name.EndsWith(extension, StringComparison.Ordinal)
                )
                .Select(name => name![Prefix.Length..^extension.Length])
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Where the file of a stack lies or would lie: the project file's extension, <c>/</c> of the name as <c>-</c>.</summary>
    public static string FilePath(ProjectFile project, string stack) =>
        Path.Combine(project.StackDirectory, $"{Prefix}{stack.Replace('/', '-')}{Path.GetExtension(project.Path)}");

    /// <summary>Refuses the name of a stack that has no file: it is far likelier misspelt than meant to be empty.</summary>
    /// <exception cref="InputException">The name cannot be that of a stack, or there is no file for it.</exception>
    public static void Require(ProjectFile project, string stack)
    {
        if (
            stack.Length is 0 or > 100
            || stack.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('_' or '.' or '-' or '/'))
        )
            throw new InputException("stack", [$"got {stack}, want 1 to 100 letters, digits, hyphens, underscores and dots"]);
        if (File.Exists(FilePath(project, stack)))
            return;
        var known = List(project);
        throw new InputException(
            $"stack {stack}",
            [
                $"got no file {Path.GetFileName(FilePath(project, stack))} in {project.StackDirectory}, want one of the project's stacks; "
                    + (known.IsEmpty ? "there are none yet" : Suggestion.For(stack, known)),
            ]
        );
    }
}
