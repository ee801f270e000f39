using Pulumi.Automation.Commands.Running;

namespace Pulumi.Automation.Commands;

/// <summary>Asks the CLI for its version and refuses one this API cannot drive.</summary>
internal static class VersionCheck
{
    // The first one with what the Automation API needs.
    private static readonly CliVersion Oldest = new(3, 1, 0);

    private const string WayOut =
        "; install another one (https://www.pulumi.com/docs/install/), or set "
        + LocalPulumiCommand.SkipVersionCheckVar
        + " to try this one";

    /// <returns>The version; nothing if the check is skipped and it cannot be read.</returns>
    public static async Task<CliVersion?> RunAsync(
        Executable executable,
        IDictionary<string, string?> variables,
        bool skips,
        CancellationToken cancellationToken
    )
    {
        var asking = new Dictionary<string, string?>(variables) { ["PULUMI_SKIP_UPDATE_CHECK"] = "true" };
        var start = executable.StartInfo(["version"], Environment.CurrentDirectory, asking);
        var answer = await new ChildProcess(start, null, null, ChildProcess.UsualGrace)
            .RunAsync(null, cancellationToken)
            .ConfigureAwait(false);
        var version = CliVersion.TryParse(answer.StandardOutput);
        if (skips)
            return version;
        if (answer.Code != 0)
            throw Refuse($"got exit code {answer.Code} of pulumi version ('{answer.StandardError.Trim()}')");
        return version switch
        {
            null => throw Refuse($"got a version that cannot be read, '{answer.StandardOutput.Trim()}'"),
            { Major: > 3 } => throw Refuse($"got version {version}"),
            _ when !version.IsAtLeast(Oldest) => throw Refuse($"got version {version}"),
            _ => version,
        };
    }

    private static InvalidOperationException Refuse(string got) =>
        new($"pulumi: {got}, want {Oldest} or later of major version 3{WayOut}");
}
