using Infra.Cli.Tools;

namespace Infra.Cli.Deploying.Guards;

/// <summary>What is deployed to production is somebody's commit: others can read it, and go back to it.</summary>
internal static class UnsavedTree
{
    private const int Shown = 5;

    private static readonly Tool Git = new("git", "install git: production is deployed from a commit");

    /// <summary>What keeps production from being deployed from here.</summary>
    /// <param name="folder">The folder of the project.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IEnumerable<string>> ProblemsAsync(string folder, CancellationToken cancellationToken)
    {
        var answer = await Git.RunAsync(["status", "--porcelain", "--", "."], folder, cancellationToken);
        if (answer.ExitCode != 0)
            return [$"working tree: got {folder}, which git does not know, want a clone of the repository at a commit"];
        var files = answer.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[3..]).ToList();
        if (files.Count == 0)
            return [];
        var more = files.Count > Shown ? $" and {files.Count - Shown} more" : "";
        return
        [
            $"working tree: got changes that no commit has ({string.Join(", ", files.Take(Shown))}{more}), want none for production; commit them, or git stash --include-untracked",
        ];
    }
}
