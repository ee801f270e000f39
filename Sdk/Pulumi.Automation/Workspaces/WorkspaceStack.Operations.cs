using Microsoft.Extensions.Logging;
using Pulumi.Automation.Commands;
using Pulumi.Automation.Commands.Exceptions;
using Pulumi.Automation.Events;
using Pulumi.Automation.Exceptions;
using Pulumi.Automation.Inline;

namespace Pulumi.Automation;

public sealed partial class WorkspaceStack
{
    private const string LocalKind = "auto.local";
    private const string InlineKind = "auto.inline";

    /// <summary>Brings it up to date with its program, without asking.</summary>
    /// <param name="options">How. Default: as usual.</param>
    /// <param name="cancellationToken">Interrupts it; what is under way is ended, what is done stays.</param>
    /// <exception cref="CommandException">It failed. What an inline program threw is thrown instead.</exception>
    /// <exception cref="ConcurrentUpdateException">Somebody else is changing it.</exception>
    public async Task<UpResult> UpAsync(UpOptions? options = null, CancellationToken cancellationToken = default)
    {
        var args = new Arguments("up", "--yes", "--skip-preview")
            .Flag("--expect-no-changes", options?.ExpectNoChanges)
            .Switch("--show-reads", options?.ShowReads)
            .Flag("--diff", options?.Diff)
            .Option("--plan", options?.Plan)
            .Each("--replace", options?.Replace)
            .Flag("--exclude-dependents", options?.ExcludeDependents)
            .Flag("--target-dependents", options?.TargetDependents)
            .Flag("--refresh", options?.Refresh)
            .Flag("--continue-on-error", options?.ContinueOnError)
            .Common(options);
        var result = await RunProgramAsync(args, options, options?.OnEvent, options?.Program, options?.Logger, cancellationToken)
            .ConfigureAwait(false);
        var outputs = await GetOutputsAsync(cancellationToken).ConfigureAwait(false);
        var summary = await GetInfoAsync(options?.ShowSecrets, cancellationToken).ConfigureAwait(false);
        return new(result.StandardOutput, result.StandardError, summary!, outputs);
    }

    /// <summary>What bringing it up to date would do.</summary>
    /// <param name="options">How. Default: as usual.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <exception cref="CommandException">It failed. What an inline program threw is thrown instead.</exception>
    /// <exception cref="NoSummaryEventException">The engine did not say what would be done.</exception>
    public async Task<PreviewResult> PreviewAsync(PreviewOptions? options = null, CancellationToken cancellationToken = default)
    {
        var args = new Arguments("preview")
            .Flag("--expect-no-changes", options?.ExpectNoChanges)
            .Switch("--show-reads", options?.ShowReads)
            .Flag("--diff", options?.Diff)
            .Option("--save-plan", options?.Plan)
            .Each("--replace", options?.Replace)
            .Flag("--exclude-dependents", options?.ExcludeDependents)
            .Flag("--target-dependents", options?.TargetDependents)
            .Flag("--refresh", options?.Refresh)
            .Common(options);
        SummaryEvent? summary = null;
        var result = await RunProgramAsync(args, options, OnEvent, options?.Program, options?.Logger, cancellationToken)
            .ConfigureAwait(false);
        return summary is null
            ? throw new NoSummaryEventException("The preview ended without a summary of its changes.")
            : new(result.StandardOutput, result.StandardError, summary.ResourceChanges);

        void OnEvent(EngineEvent engineEvent)
        {
            summary = engineEvent.SummaryEvent ?? summary;
            options?.OnEvent?.Invoke(engineEvent);
        }
    }

    /// <summary>Brings its state up to date with what is there.</summary>
    /// <param name="options">How. Default: as usual.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <exception cref="CommandException">It failed.</exception>
    public async Task<UpdateResult> RefreshAsync(RefreshOptions? options = null, CancellationToken cancellationToken = default)
    {
        // The CLI refuses --yes together with --preview-only.
        var isPreview = options?.PreviewOnly == true;
        var args = new Arguments("refresh")
            .Flag("--yes", !isPreview)
            .Flag("--skip-preview", options is not null && !isPreview)
            .Flag("--preview-only", isPreview)
            .Flag("--expect-no-changes", options?.ExpectNoChanges)
            .Flag("--skip-pending-creates", options?.SkipPendingCreates)
            .Flag("--clear-pending-creates", options?.ClearPendingCreates)
            .Each(
                "--import-pending-creates",
                options?.ImportPendingCreates?.SelectMany(create => new[] { create.Urn, create.Id })
            )
            .Switch("--run-program", options?.RunProgram)
            .Common(options);
        return await RunOnStateAsync(args, options, options?.RunProgram, options?.ShowSecrets, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Deletes its resources, without asking; the stack, its history and its configuration stay.</summary>
    /// <param name="options">How. Default: as usual.</param>
    /// <param name="cancellationToken">Interrupts it; what is deleted stays so.</param>
    /// <exception cref="CommandException">It failed.</exception>
    public async Task<UpdateResult> DestroyAsync(DestroyOptions? options = null, CancellationToken cancellationToken = default)
    {
        var isPreview = options?.PreviewOnly == true;
        var args = new Arguments("destroy")
            .Flag("--yes", !isPreview)
            .Flag("--skip-preview", !isPreview)
            .Flag("--preview-only", isPreview)
            .Flag("--exclude-dependents", options?.ExcludeDependents)
            .Flag("--target-dependents", options?.TargetDependents)
            .Flag("--continue-on-error", options?.ContinueOnError)
            .Flag("--refresh", options?.Refresh)
            .Switch("--run-program", options?.RunProgram)
            .Common(options);
        return await RunOnStateAsync(args, options, options?.RunProgram, options?.ShowSecrets, cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task<UpdateResult> RunOnStateAsync(
        Arguments args,
        UpdateOptions? options,
        bool? runsProgram,
        bool? showSecrets,
        CancellationToken cancellationToken
    )
    {
        args.Add("--exec-kind", Workspace.Program is null ? LocalKind : InlineKind);
        var program = runsProgram == true ? Workspace.Program : null;
        await using var inline = program is null
            ? null
            : await InlineProgram.StartAsync(program, Workspace.Logger, cancellationToken).ConfigureAwait(false);
        if (inline is not null)
            args.Add($"--client={inline.Address}");
        var result = await RunAsync(args, options, options?.OnEvent, inline, cancellationToken).ConfigureAwait(false);
        var summary = await GetInfoAsync(showSecrets, cancellationToken).ConfigureAwait(false);
        return new(result.StandardOutput, result.StandardError, summary!);
    }

    private async Task<CommandResult> RunProgramAsync(
        Arguments args,
        UpdateOptions? options,
        Action<EngineEvent>? onEvent,
        PulumiFn? program,
        ILogger? logger,
        CancellationToken cancellationToken
    )
    {
        program ??= Workspace.Program;
        await using var inline = program is null
            ? null
            : await InlineProgram.StartAsync(program, logger ?? Workspace.Logger, cancellationToken).ConfigureAwait(false);
        if (inline is not null)
            args.Add($"--client={inline.Address}");
        args.Add("--exec-kind", inline is null ? LocalKind : InlineKind);
        return await RunAsync(args, options, onEvent, inline, cancellationToken).ConfigureAwait(false);
    }

    private async Task<CommandResult> RunAsync(
        Arguments args,
        UpdateOptions? options,
        Action<EngineEvent>? onEvent,
        InlineProgram? inline,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await RunAsync(args.ToList(), cancellationToken, options?.OnStandardOutput, options?.OnStandardError, onEvent)
                .ConfigureAwait(false);
        }
        catch (CommandException) when (inline?.Failure is { } failure)
        {
            failure.Throw(); // as the program threw it: that is what its author looks for
            throw;
        }
    }
}
