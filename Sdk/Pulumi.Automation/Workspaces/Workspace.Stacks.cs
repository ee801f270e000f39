using System.Collections.Immutable;

namespace Pulumi.Automation;

public abstract partial class Workspace
{
    /// <inheritdoc cref="CreateStackAsync(string, CancellationToken)"/>
    public Task CreateStackAsync(string stackName) => CreateStackAsync(stackName, default);

    /// <summary>Makes a stack and selects it.</summary>
    /// <param name="stackName">The stack, with its organization or without.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Commands.Exceptions.StackAlreadyExistsException">There is one.</exception>
    public abstract Task CreateStackAsync(string stackName, CancellationToken cancellationToken);

    /// <inheritdoc cref="SelectStackAsync(string, CancellationToken)"/>
    public Task SelectStackAsync(string stackName) => SelectStackAsync(stackName, default);

    /// <summary>Selects a stack.</summary>
    /// <param name="stackName">The stack, with its organization or without.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Commands.Exceptions.StackNotFoundException">There is none.</exception>
    public abstract Task SelectStackAsync(string stackName, CancellationToken cancellationToken);

    /// <summary>Removes a stack that has no resources, its history and its file.</summary>
    /// <param name="stackName">The stack.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public abstract Task RemoveStackAsync(string stackName, CancellationToken cancellationToken = default);

    /// <summary>The stacks of the project.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public abstract Task<ImmutableList<StackSummary>> ListStacksAsync(CancellationToken cancellationToken = default);

    /// <summary>The selected stack; nothing if none is.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public virtual async Task<StackSummary?> GetStackAsync(CancellationToken cancellationToken = default) =>
        (await ListStacksAsync(cancellationToken).ConfigureAwait(false)).Find(stack => stack.IsCurrent);

    /// <summary>The state of a stack, secrets in the clear.</summary>
    /// <param name="stackName">The stack.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public abstract Task<StackDeployment> ExportStackAsync(string stackName, CancellationToken cancellationToken = default);

    /// <summary>Puts another state in place of that of a stack.</summary>
    /// <param name="stackName">The stack.</param>
    /// <param name="state">The state.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public abstract Task ImportStackAsync(string stackName, StackDeployment state, CancellationToken cancellationToken = default);

    /// <summary>The outputs of a stack, secrets in the clear.</summary>
    /// <param name="stackName">The stack.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public abstract Task<ImmutableDictionary<string, OutputValue>> GetStackOutputsAsync(
        string stackName,
        CancellationToken cancellationToken = default
    );

    /// <summary>Encrypts the secrets of a stack in another way from now on.</summary>
    /// <param name="stackName">The stack.</param>
    /// <param name="newSecretsProvider">For example <c>passphrase</c> or <c>awskms://alias/pulumi</c>.</param>
    /// <param name="secretsProviderOptions">What it needs. Default: nothing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public abstract Task ChangeSecretsProviderAsync(
        string stackName,
        string newSecretsProvider,
        SecretsProviderOptions? secretsProviderOptions = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>A tag of a stack.</summary>
    /// <param name="stackName">The stack.</param>
    /// <param name="key">Its key.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public abstract Task<string> GetTagAsync(string stackName, string key, CancellationToken cancellationToken = default);

    /// <summary>Sets a tag of a stack.</summary>
    /// <param name="stackName">The stack.</param>
    /// <param name="key">Its key.</param>
    /// <param name="value">Its value.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public abstract Task SetTagAsync(string stackName, string key, string value, CancellationToken cancellationToken = default);

    /// <summary>Takes a tag of a stack away.</summary>
    /// <param name="stackName">The stack.</param>
    /// <param name="key">Its key.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public abstract Task RemoveTagAsync(string stackName, string key, CancellationToken cancellationToken = default);

    /// <summary>The tags of a stack.</summary>
    /// <param name="stackName">The stack.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public abstract Task<Dictionary<string, string>> ListTagsAsync(
        string stackName,
        CancellationToken cancellationToken = default
    );

    /// <inheritdoc cref="InstallPluginAsync(string, string, PluginKind, PluginInstallOptions?, CancellationToken)"/>
    public Task InstallPluginAsync(string name, string version, PluginKind kind, CancellationToken cancellationToken) =>
        InstallPluginAsync(name, version, kind, null, cancellationToken);

    /// <summary>Installs a plugin.</summary>
    /// <param name="name">For example <c>aws</c>.</param>
    /// <param name="version">For example <c>v7.48.0</c>.</param>
    /// <param name="kind">What it is for. Default: it manages resources.</param>
    /// <param name="options">How. Default: as usual.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public abstract Task InstallPluginAsync(
        string name,
        string version,
        PluginKind kind = PluginKind.Resource,
        PluginInstallOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Removes plugins.</summary>
    /// <param name="name">Which. Default: all of the kind.</param>
    /// <param name="versionRange">Which versions. Default: all.</param>
    /// <param name="kind">What they are for. Default: they manage resources.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public abstract Task RemovePluginAsync(
        string? name = null,
        string? versionRange = null,
        PluginKind kind = PluginKind.Resource,
        CancellationToken cancellationToken = default
    );

    /// <summary>The plugins that are installed.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public abstract Task<ImmutableList<PluginInfo>> ListPluginsAsync(CancellationToken cancellationToken = default);
}
