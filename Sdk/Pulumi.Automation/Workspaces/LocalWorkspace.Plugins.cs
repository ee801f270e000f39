using System.Collections.Immutable;
using Pulumi.Automation.Json;

namespace Pulumi.Automation;

public sealed partial class LocalWorkspace
{
    /// <inheritdoc/>
    public override Task InstallPluginAsync(
        string name,
        string version,
        PluginKind kind = PluginKind.Resource,
        PluginInstallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        RunCommandAsync(
            new Arguments("plugin", "install", Word(kind), name, version)
                .Flag("--exact", options?.ExactVersion)
                .Option("--server", options?.ServerUrl)
                .ToList(),
            cancellationToken
        );

    /// <inheritdoc/>
    public override Task RemovePluginAsync(
        string? name = null,
        string? versionRange = null,
        PluginKind kind = PluginKind.Resource,
        CancellationToken cancellationToken = default
    )
    {
        var which = new[] { name, versionRange }.Where(word => !string.IsNullOrWhiteSpace(word)).Select(word => word!);
        return RunCommandAsync(new Arguments("plugin", "rm", Word(kind)).Add(which).Add("--yes").ToList(), cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<ImmutableList<PluginInfo>> ListPluginsAsync(CancellationToken cancellationToken = default)
    {
        var answer = await RunCommandAsync(["plugin", "ls", "--json"], cancellationToken).ConfigureAwait(false);
        return [.. JsonAnswer.List("plugin ls", answer.StandardOutput, PluginInfo.OrNull).OfType<PluginInfo>()];
    }

    private static string Word(PluginKind kind) => kind.ToString().ToLowerInvariant();
}
