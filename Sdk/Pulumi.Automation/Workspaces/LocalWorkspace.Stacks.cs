using System.Collections.Immutable;
using Pulumi.Automation.Commands.Exceptions;
using Pulumi.Automation.Json;

namespace Pulumi.Automation;

public sealed partial class LocalWorkspace
{
    private const string Masked = "[secret]";
    private const string Passphrase = "passphrase";

    /// <inheritdoc/>
    public override Task CreateStackAsync(string stackName, CancellationToken cancellationToken) =>
        RunCommandAsync(
            new Arguments("stack", "init", stackName).Option("--secrets-provider", SecretsProvider).ToList(),
            cancellationToken
        );

    /// <inheritdoc/>
    public override Task SelectStackAsync(string stackName, CancellationToken cancellationToken) =>
        RunCommandAsync(["stack", "select", "--stack", stackName], cancellationToken);

    /// <inheritdoc/>
    public override Task RemoveStackAsync(string stackName, CancellationToken cancellationToken = default) =>
        RunCommandAsync(["stack", "rm", "--yes", stackName], cancellationToken);

    /// <inheritdoc/>
    public override async Task<ImmutableList<StackSummary>> ListStacksAsync(CancellationToken cancellationToken = default)
    {
        var answer = await RunCommandAsync(["stack", "ls", "--json"], cancellationToken).ConfigureAwait(false);
        return [.. JsonAnswer.List("stack ls", answer.StandardOutput, json => new StackSummary(json))];
    }

    /// <inheritdoc/>
    public override async Task<StackDeployment> ExportStackAsync(string stackName, CancellationToken cancellationToken = default)
    {
        var args = new List<string> { "stack", "export", "--stack", stackName, "--show-secrets" };
        var answer = await RunCommandAsync(args, cancellationToken).ConfigureAwait(false);
        return StackDeployment.FromJsonString(answer.StandardOutput);
    }

    /// <inheritdoc/>
    public override async Task ImportStackAsync(
        string stackName,
        StackDeployment state,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(state);
        // A folder of one's own, because the state may hold secrets in the clear.
        var folder = Directory.CreateTempSubdirectory("pulumi-state-");
        try
        {
            var file = Path.Combine(folder.FullName, "state.json");
            await File.WriteAllTextAsync(file, state.Json.GetRawText(), cancellationToken).ConfigureAwait(false);
            await RunCommandAsync(["stack", "import", "--file", file, "--stack", stackName], cancellationToken)
                .ConfigureAwait(false);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <inheritdoc/>
    public override async Task<ImmutableDictionary<string, OutputValue>> GetStackOutputsAsync(
        string stackName,
        CancellationToken cancellationToken = default
    )
    {
        var masked = await OutputsAsync(stackName, showsSecrets: false, cancellationToken).ConfigureAwait(false);
        var clear = await OutputsAsync(stackName, showsSecrets: true, cancellationToken).ConfigureAwait(false);
        return clear.ToImmutableDictionary(
            output => output.Key,
            // One that is only in the second answer was made in between: who knows whether it is secret?
            output => new OutputValue(output.Value!, !masked.TryGetValue(output.Key, out var shown) || shown is Masked)
        );
    }

    /// <inheritdoc/>
    public override async Task ChangeSecretsProviderAsync(
        string stackName,
        string newSecretsProvider,
        SecretsProviderOptions? secretsProviderOptions,
        CancellationToken cancellationToken = default
    )
    {
        var args = new List<string> { "stack", "change-secrets-provider", "--stack", stackName, newSecretsProvider };
        var passphrase = newSecretsProvider == Passphrase ? secretsProviderOptions?.NewPassphrase ?? "" : null;
        if (passphrase is "")
            throw new ArgumentNullException(
                nameof(secretsProviderOptions),
                "got no NewPassphrase, want one: the new secrets provider is passphrase"
            );
        try
        {
            await RunCommandAsync(args, cancellationToken, passphrase).ConfigureAwait(false);
        }
        catch (CommandException failure) when (passphrase is not null)
        {
            throw failure.Without([passphrase]);
        }
    }

    /// <inheritdoc/>
    public override async Task<string> GetTagAsync(string stackName, string key, CancellationToken cancellationToken = default)
    {
        var answer = await RunCommandAsync(["stack", "tag", "get", key, "--stack", stackName], cancellationToken)
            .ConfigureAwait(false);
        return answer.StandardOutput.Trim();
    }

    /// <inheritdoc/>
    public override Task SetTagAsync(string stackName, string key, string value, CancellationToken cancellationToken = default) =>
        RunCommandAsync(["stack", "tag", "set", key, value, "--stack", stackName], cancellationToken);

    /// <inheritdoc/>
    public override Task RemoveTagAsync(string stackName, string key, CancellationToken cancellationToken = default) =>
        RunCommandAsync(["stack", "tag", "rm", key, "--stack", stackName], cancellationToken);

    /// <inheritdoc/>
    public override async Task<Dictionary<string, string>> ListTagsAsync(
        string stackName,
        CancellationToken cancellationToken = default
    )
    {
        var args = new List<string> { "stack", "tag", "ls", "--json", "--stack", stackName };
        var answer = await RunCommandAsync(args, cancellationToken).ConfigureAwait(false);
        return JsonAnswer.Map("stack tag ls", answer.StandardOutput, value => value.ToString());
    }

    private async Task<Dictionary<string, object?>> OutputsAsync(
        string stackName,
        bool showsSecrets,
        CancellationToken cancellationToken
    )
    {
        var args = new Arguments("stack", "output", "--json")
            .Flag("--show-secrets", showsSecrets)
            .Add("--stack", stackName)
            .ToList();
        var answer = await RunCommandAsync(args, cancellationToken).ConfigureAwait(false);
        return JsonAnswer.Map("stack output", answer.StandardOutput, JsonReading.Plain);
    }
}
