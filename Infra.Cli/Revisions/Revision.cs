using Engine.Projects;

namespace Infra.Cli.Revisions;

/// <summary>An earlier revision of a project, its stack files laid out in a folder of its own that git ignores.</summary>
internal sealed class Revision
{
    // What the program is made of. The command and the engine are left out: they are today's for both sides.
    private static readonly string[] Sources = ["Infra", "Sdk", "Directory.*", "global.json", "Pulumi.yaml"];

    private readonly GitRepository _git;

    private Revision(GitRepository git, string name, string commit, string folder, ProjectFile project) =>
        (_git, Name, Commit, Folder, Project) = (git, name, commit, folder, project);

    /// <summary>What people called it.</summary>
    public string Name { get; }

    /// <summary>The commit, in full.</summary>
    public string Commit { get; }

    /// <summary>Where it is kept: <c>.build/against/&lt;commit&gt;</c>. What is there is never changed, since a commit never changes.</summary>
    public string Folder { get; }

    /// <summary>The project as it was.</summary>
    public ProjectFile Project { get; }

    /// <summary>Lays out the stack files of a revision.</summary>
    /// <exception cref="Engine.InputException">There is no such revision.</exception>
    /// <exception cref="CommandException">There is no git, or no such project in that revision.</exception>
    public static async Task<Revision> OpenAsync(ProjectFile project, string name, CancellationToken cancellationToken)
    {
        var git = new GitRepository(project.Directory);
        var commit = await git.CommitAsync(name, cancellationToken);
        var folder = Path.Combine(project.Directory, ".build", "against", commit);
        var files = Path.Combine(folder, "files");
        if (!File.Exists(Path.Combine(files, project.FileName)))
            await LayOutAsync(git, project, commit, files, cancellationToken);
        if (!File.Exists(Path.Combine(files, project.FileName)))
            throw new CommandException(
                ExitCodes.BadInput,
                $"--against: got {name}, which has no {project.FileName} here, want a revision in which this project exists"
            );
        return new(git, name, commit, folder, ProjectFile.Load(Path.Combine(files, project.FileName)));
    }

    /// <summary>Whether its program is another than the one built into this command.</summary>
    public Task<bool> HasOtherProgramAsync(CancellationToken cancellationToken) =>
        _git.DiffersAsync(Commit, Sources, cancellationToken);

    /// <summary>Checks it out while something is done there.</summary>
    public Task WithTreeAsync(Func<string, Task> work, CancellationToken cancellationToken) =>
        _git.WithTreeAsync(Commit, Path.Combine(Folder, "tree"), work, cancellationToken);

    private static async Task LayOutAsync(
        GitRepository git,
        ProjectFile project,
        string commit,
        string files,
        CancellationToken cancellationToken
    )
    {
        var stacks = Path.GetRelativePath(project.Directory, project.StackDirectory) is var below && below == "." ? "" : below;
        foreach (var place in new[] { stacks, "" }.Distinct())
        foreach (var file in await git.FilesAsync(commit, place, cancellationToken))
        {
            if (!Path.GetFileName(file).StartsWith("Pulumi.", StringComparison.Ordinal))
                continue;
            var copy = Path.Combine(files, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            // Written beside and moved: whoever finds the file finds all of it. The project file comes last, it says that all are there.
            if (file != project.FileName)
                await WriteAsync(copy);

            async Task WriteAsync(string path)
            {
                await File.WriteAllTextAsync(
                    $"{path}.new",
                    await git.TextAsync(commit, file, cancellationToken),
                    cancellationToken
                );
                File.Move($"{path}.new", path, overwrite: true);
            }
        }
        if ((await git.FilesAsync(commit, "", cancellationToken)).Contains(project.FileName))
            await File.WriteAllTextAsync(
                Path.Combine(Directory.CreateDirectory(files).FullName, project.FileName),
                await git.TextAsync(commit, project.FileName, cancellationToken),
                cancellationToken
            );
    }
}
