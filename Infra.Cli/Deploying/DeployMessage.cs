using Infra.Cli.Tools;

namespace Infra.Cli.Deploying;

/// <summary>What the history of a stack says of an update.</summary>
internal static class DeployMessage
{
    private static readonly Tool Git = new("git", "install git");

    /// <summary>The commit that is deployed, in a line. Default: only that it was this command, there is no commit.</summary>
    public static async Task<string> OfAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await Git.RunAsync(["log", "-1", "--format=%h %s"], folder, cancellationToken);
            return answer.ExitCode == 0 && answer.Out.Trim() is { Length: > 0 } commit ? $"infra up: {commit}" : "infra up";
        }
        catch (CommandException)
        {
            return "infra up";
        }
    }
}
