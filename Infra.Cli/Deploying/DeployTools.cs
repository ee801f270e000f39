using Infra.Cli.Deployed;
using Infra.Cli.Tools;

namespace Infra.Cli.Deploying;

/// <summary>The programs of others without which nothing is deployed.</summary>
internal static class DeployTools
{
    private static readonly Tool[] Needed =
    [
        new("pulumi", "install the Pulumi CLI: https://www.pulumi.com/docs/install/"),
        AwsCli.Program,
    ];

    /// <summary>Looks for all of them, so that whoever starts from nothing is told once.</summary>
    /// <param name="names">Which are needed. Default: all.</param>
    /// <exception cref="CommandException">Some are not on the PATH.</exception>
    public static void Require(params ReadOnlySpan<string> names)
    {
        var wanted = names.IsEmpty ? [.. Needed.Select(tool => tool.Name)] : names.ToArray();
        var missing = Needed.Where(tool => wanted.Contains(tool.Name) && !IsThere(tool.Name)).ToList();
        if (missing.Count > 0)
            throw new CommandException(
                ExitCodes.ToolMissing,
                string.Join('\n', missing.Select(tool => $"{tool.Name}: not found on the PATH; {tool.Installation}"))
            );
    }

    private static bool IsThere(string name)
    {
        string[] endings = OperatingSystem.IsWindows() ? [".exe", ".cmd", ".bat"] : [""];
        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => endings.Any(ending => File.Exists(Path.Combine(folder, name + ending))));
    }
}
