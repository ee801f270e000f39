using Engine;
using Infra.Cli.Tools;

namespace Infra.Cli.Revisions;

/// <summary>The git repository that a project lies in, asked through <c>git</c>.</summary>
/// <param name="folder">The project's folder.</param>
internal sealed class GitRepository(string folder)
{
    private const int Missing = 128;

    private static readonly Tool Git = new("git", "install git: --against reads earlier revisions with it");

    /// <summary>The commit that a revision means.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public async Task<string> CommitAsync(string revision, CancellationToken cancellationToken)
    {
        var answer = revision.StartsWith('-')
            ? new ToolAnswer(Missing, "", "")
            : await Git.RunAsync(["rev-parse", "--verify", "--quiet", $"{revision}^{{commit}}"], folder, cancellationToken);
        if (answer.ExitCode == 0 && answer.Out.Trim() is { Length: > 0 } commit)
            return commit;
        var inside = await Git.RunAsync(["rev-parse", "--is-inside-work-tree"], folder, cancellationToken);
        throw new InputException(
            "--against",
            [
                inside.ExitCode == 0
                    ? $"got {revision}, want a revision of this repository, for example HEAD~1, origin/main or a tag; git fetch gets what others have pushed"
                    : $"got {revision} for {folder}, want a project in a git repository ({FirstLine(inside.Error)})",
            ]
        );
    }

    /// <summary>Whether some of these paths differ between a commit and the files that are there now, new files included.</summary>
    public async Task<bool> DiffersAsync(string commit, IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        var places = paths.ToList();
        var changed = await AskAsync(["diff", "--name-only", "--no-renames", commit, "--", .. places], cancellationToken);
        return changed.Length > 0
            || (await AskAsync(["ls-files", "--others", "--exclude-standard", "--", .. places], cancellationToken)).Length > 0;
    }

    /// <summary>Names of the files of a folder in a commit, none where it has no such folder.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="place">The folder, from the project's. Default: the project's own.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<string[]> FilesAsync(string commit, string place, CancellationToken cancellationToken) =>
        (
            await AskAsync(["ls-tree", "--name-only", "-z", commit, place.Length == 0 ? "./" : $"./{place}/"], cancellationToken)
        ).Split('\0', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The text of a file in a commit.</summary>
    public Task<string> TextAsync(string commit, string file, CancellationToken cancellationToken) =>
        AskAsync(["show", $"{commit}:./{file}"], cancellationToken);

    /// <summary>Checks a commit out beside the working tree while something is done there, and leaves nothing of that behind.</summary>
    public async Task WithTreeAsync(string commit, string place, Func<string, Task> work, CancellationToken cancellationToken)
    {
        await RemoveAsync(place);
        try
        {
            await AskAsync(["worktree", "add", "--quiet", "--detach", "--force", place, commit], cancellationToken);
            var below = (await AskAsync(["rev-parse", "--show-prefix"], cancellationToken)).Trim();
            await work(Path.Combine(place, below));
        }
        finally
        {
            await RemoveAsync(place);
        }
    }

    private async Task RemoveAsync(string place)
    {
        if (Directory.Exists(place))
        {
            await Git.RunAsync(["worktree", "remove", "--force", place], folder, CancellationToken.None);
            if (Directory.Exists(place))
                Directory.Delete(place, recursive: true);
        }
        await Git.RunAsync(["worktree", "prune"], folder, CancellationToken.None);
    }

    private async Task<string> AskAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var answer = await Git.RunAsync(arguments, folder, cancellationToken);
        return answer.ExitCode == 0
            ? answer.Out
            : throw new CommandException(ExitCodes.ProgramFailed, $"git {arguments[0]}: {FirstLine(answer.Error)}");
    }

    private static string FirstLine(string text) => text.Split('\n')[0];
}
