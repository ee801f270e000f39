using System.Collections.Immutable;
using Pulumi.Automation.Commands;
using Pulumi.Automation.Commands.Exceptions;
using Pulumi.Automation.Events;
using Pulumi.Automation.Json;

namespace Pulumi.Automation;

/// <summary>A stack in a workspace.</summary>
public sealed partial class WorkspaceStack : IDisposable
{
    internal WorkspaceStack(string name, Workspace workspace)
    {
        (Name, Workspace) = (name, workspace);
        State = new(this);
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The workspace it is in.</summary>
    public Workspace Workspace { get; }

    /// <summary>Its state.</summary>
    public WorkspaceStackState State { get; }

    /// <summary>Makes a stack.</summary>
    /// <param name="name">Its name, with its organization or without.</param>
    /// <param name="workspace">Where.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StackAlreadyExistsException">There is one.</exception>
    public static async Task<WorkspaceStack> CreateAsync(
        string name,
        Workspace workspace,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(workspace);
        await workspace.CreateStackAsync(name, cancellationToken).ConfigureAwait(false);
        return new(name, workspace);
    }

    /// <summary>Takes a stack that is there.</summary>
    /// <param name="name">Its name, with its organization or without.</param>
    /// <param name="workspace">Where.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StackNotFoundException">There is none.</exception>
    public static async Task<WorkspaceStack> SelectAsync(
        string name,
        Workspace workspace,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(workspace);
        await workspace.SelectStackAsync(name, cancellationToken).ConfigureAwait(false);
        return new(name, workspace);
    }

    /// <summary>Takes a stack that is there, or makes it.</summary>
    /// <param name="name">Its name, with its organization or without.</param>
    /// <param name="workspace">Where.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<WorkspaceStack> CreateOrSelectAsync(
        string name,
        Workspace workspace,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            return await SelectAsync(name, workspace, cancellationToken).ConfigureAwait(false);
        }
        catch (StackNotFoundException)
        {
            return await CreateAsync(name, workspace, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Its outputs, secrets in the clear.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<ImmutableDictionary<string, OutputValue>> GetOutputsAsync(CancellationToken cancellationToken = default) =>
        Workspace.GetStackOutputsAsync(Name, cancellationToken);

    /// <summary>What was done to it, the last run first.</summary>
    /// <param name="options">Which part. Default: all of it, secrets in the clear.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ImmutableList<UpdateSummary>> GetHistoryAsync(
        HistoryOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        if (options?.PageSize < 1)
            throw new ArgumentException($"PageSize: got {options.PageSize}, want 1 or more", nameof(options));
        var args = new Arguments("stack", "history", "--json").Flag("--show-secrets", options?.ShowSecrets ?? true);
        if (options?.PageSize is { } size)
            args.Option("--page-size", size).Option("--page", Math.Max(options.Page ?? 1, 1));
        var answer = await RunAsync(args.ToList(), cancellationToken).ConfigureAwait(false);
        return [.. JsonAnswer.List("stack history", answer.StandardOutput, json => new UpdateSummary(json))];
    }

    /// <summary>What was done to it last; nothing if nothing was.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<UpdateSummary?> GetInfoAsync(CancellationToken cancellationToken = default) =>
        GetInfoAsync(showSecrets: true, cancellationToken);

    /// <summary>Stops the run that somebody else has under way, and unlocks the stack; an operation under way is left as it is.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public Task CancelAsync(CancellationToken cancellationToken = default) =>
        Workspace.RunCommandAsync(["cancel", "--yes", "--stack", Name], cancellationToken);

    /// <summary>Its state, secrets in the clear.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<StackDeployment> ExportStackAsync(CancellationToken cancellationToken = default) =>
        Workspace.ExportStackAsync(Name, cancellationToken);

    /// <summary>Puts another state in place of its own.</summary>
    /// <param name="state">The state.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task ImportStackAsync(StackDeployment state, CancellationToken cancellationToken = default) =>
        Workspace.ImportStackAsync(Name, state, cancellationToken);

    /// <summary>Encrypts its secrets in another way from now on.</summary>
    /// <param name="newSecretsProvider">For example <c>passphrase</c> or <c>awskms://alias/pulumi</c>.</param>
    /// <param name="secretsProviderOptions">What it needs. Default: nothing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task ChangeSecretsProviderAsync(
        string newSecretsProvider,
        SecretsProviderOptions? secretsProviderOptions = null,
        CancellationToken cancellationToken = default
    ) => Workspace.ChangeSecretsProviderAsync(Name, newSecretsProvider, secretsProviderOptions, cancellationToken);

    /// <summary>Disposes its workspace.</summary>
    public void Dispose() => Workspace.Dispose();

    internal Task<CommandResult> RunAsync(
        IList<string> args,
        CancellationToken cancellationToken,
        Action<string>? onStandardOutput = null,
        Action<string>? onStandardError = null,
        Action<EngineEvent>? onEvent = null
    ) => Workspace.RunStackCommandAsync(Name, args, onStandardOutput, onStandardError, onEvent, cancellationToken);

    private async Task<UpdateSummary?> GetInfoAsync(bool? showSecrets, CancellationToken cancellationToken)
    {
        var history = await GetHistoryAsync(new() { PageSize = 1, ShowSecrets = showSecrets }, cancellationToken)
            .ConfigureAwait(false);
        return history.FirstOrDefault();
    }
}
