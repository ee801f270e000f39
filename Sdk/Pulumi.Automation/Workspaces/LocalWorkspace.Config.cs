using System.Collections.Immutable;
using Pulumi.Automation.Commands;
using Pulumi.Automation.Commands.Exceptions;
using Pulumi.Automation.Json;

namespace Pulumi.Automation;

public sealed partial class LocalWorkspace
{
    private static readonly CliVersion FirstWithEnvironments = new(3, 95, 0);

    /// <inheritdoc/>
    public override Task<ConfigValue> GetConfigAsync(
        string stackName,
        string key,
        CancellationToken cancellationToken = default
    ) => GetConfigAsync(stackName, key, path: false, cancellationToken);

    /// <inheritdoc/>
    public override async Task<ConfigValue> GetConfigAsync(
        string stackName,
        string key,
        bool path,
        CancellationToken cancellationToken = default
    )
    {
        var args = new Arguments("config", "get").Flag("--path", path).Add(key, "--json", "--stack", stackName).ToList();
        var answer = await RunCommandAsync(args, cancellationToken).ConfigureAwait(false);
        return JsonAnswer.Read("config get", answer.StandardOutput, ConfigValue.Of);
    }

    /// <inheritdoc/>
    public override async Task<ImmutableDictionary<string, ConfigValue>> GetAllConfigAsync(
        string stackName,
        CancellationToken cancellationToken = default
    )
    {
        var args = new List<string> { "config", "--show-secrets", "--json", "--stack", stackName };
        var answer = await RunCommandAsync(args, cancellationToken).ConfigureAwait(false);
        return JsonAnswer.Map("config", answer.StandardOutput, ConfigValue.Of).ToImmutableDictionary();
    }

    /// <inheritdoc/>
    public override Task SetConfigAsync(
        string stackName,
        string key,
        ConfigValue value,
        CancellationToken cancellationToken = default
    ) => SetConfigAsync(stackName, key, value, path: false, cancellationToken);

    /// <inheritdoc/>
    public override Task SetConfigAsync(
        string stackName,
        string key,
        ConfigValue value,
        bool path,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(value);
        var args = new Arguments("config", "set")
            .Flag("--path", path)
            .Add(key, Secrecy(value), "--stack", stackName, "--non-interactive", "--", value.Value)
            .ToList();
        return RunWithSecretsAsync(args, [value], cancellationToken);
    }

    /// <inheritdoc/>
    public override Task SetAllConfigAsync(
        string stackName,
        IDictionary<string, ConfigValue> configMap,
        CancellationToken cancellationToken = default
    ) => SetAllConfigAsync(stackName, configMap, path: false, cancellationToken);

    /// <inheritdoc/>
    public override Task SetAllConfigAsync(
        string stackName,
        IDictionary<string, ConfigValue> configMap,
        bool path,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(configMap);
        var args = new Arguments("config", "set-all", "--stack", stackName).Flag("--path", path);
        foreach (var (key, value) in configMap)
            args.Add(Secrecy(value), $"{key}={value.Value}");
        return RunWithSecretsAsync(args.ToList(), configMap.Values, cancellationToken);
    }

    /// <inheritdoc/>
    public override Task RemoveConfigAsync(string stackName, string key, CancellationToken cancellationToken = default) =>
        RemoveConfigAsync(stackName, key, path: false, cancellationToken);

    /// <inheritdoc/>
    public override Task RemoveConfigAsync(
        string stackName,
        string key,
        bool path,
        CancellationToken cancellationToken = default
    ) =>
        RunCommandAsync(
            new Arguments("config", "rm", key, "--stack", stackName).Flag("--path", path).ToList(),
            cancellationToken
        );

    /// <inheritdoc/>
    public override Task RemoveAllConfigAsync(
        string stackName,
        IEnumerable<string> keys,
        CancellationToken cancellationToken = default
    ) => RemoveAllConfigAsync(stackName, keys, path: false, cancellationToken);

    /// <inheritdoc/>
    public override Task RemoveAllConfigAsync(
        string stackName,
        IEnumerable<string> keys,
        bool path,
        CancellationToken cancellationToken = default
    ) =>
        RunCommandAsync(
            new Arguments("config", "rm-all", "--stack", stackName).Flag("--path", path).Add(keys).ToList(),
            cancellationToken
        );

    /// <inheritdoc/>
    public override async Task<ImmutableDictionary<string, ConfigValue>> RefreshConfigAsync(
        string stackName,
        CancellationToken cancellationToken = default
    )
    {
        await RunCommandAsync(["config", "refresh", "--force", "--stack", stackName], cancellationToken).ConfigureAwait(false);
        return await GetAllConfigAsync(stackName, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override Task AddEnvironmentsAsync(
        string stackName,
        IEnumerable<string> environments,
        CancellationToken cancellationToken = default
    )
    {
        Demand(FirstWithEnvironments, "config env");
        var args = new Arguments("config", "env", "add", "--stack", stackName, "--yes").Add(environments).ToList();
        return RunCommandAsync(args, cancellationToken);
    }

    /// <inheritdoc/>
    public override Task RemoveEnvironmentAsync(
        string stackName,
        string environment,
        CancellationToken cancellationToken = default
    )
    {
        Demand(FirstWithEnvironments, "config env");
        return RunCommandAsync(["config", "env", "rm", environment, "--stack", stackName, "--yes"], cancellationToken);
    }

    private static string Secrecy(ConfigValue value) => value.IsSecret ? "--secret" : "--plaintext";

    /// <summary>Runs a command whose arguments hold secrets, which a failure may repeat.</summary>
    private async Task RunWithSecretsAsync(
        List<string> args,
        IEnumerable<ConfigValue> values,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await RunCommandAsync(args, cancellationToken).ConfigureAwait(false);
        }
        catch (CommandException failure)
        {
            throw failure.Without(values.Where(value => value.IsSecret).Select(value => value.Value));
        }
    }
}
