using Pulumi.Automation.Events;

namespace Pulumi.Automation.Commands;

/// <summary>Runs Pulumi's CLI. The one that is used is <see cref="LocalPulumiCommand"/>; another can be given to a workspace.</summary>
public abstract class PulumiCommand
{
    /// <summary>For derived classes.</summary>
    protected PulumiCommand() { }

    /// <summary>The version of the CLI; nothing if it is not known, and then nothing is left out because the CLI might be too old.</summary>
    internal virtual CliVersion? CliVersion => null;

    /// <summary>Runs the CLI to its end.</summary>
    /// <param name="args">Its arguments. What keeps it from asking questions is added.</param>
    /// <param name="workingDir">The folder it runs in.</param>
    /// <param name="additionalEnv">Variables over those of this process; one without a value is taken away.</param>
    /// <param name="onStandardOutput">Takes each line it prints. Default: nobody does.</param>
    /// <param name="onStandardError">Takes each line it complains in. Default: nobody does.</param>
    /// <param name="onEngineEvent">Takes each event of the engine, in their order, while it runs. Default: the engine is not asked for events.</param>
    /// <param name="cancellationToken">Interrupts it, so that it can end cleanly.</param>
    /// <exception cref="Exceptions.CommandException">It ended with another exit code than 0.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public abstract Task<CommandResult> RunAsync(
        IList<string> args,
        string workingDir,
        IDictionary<string, string?> additionalEnv,
        Action<string>? onStandardOutput = null,
        Action<string>? onStandardError = null,
        Action<EngineEvent>? onEngineEvent = null,
        CancellationToken cancellationToken = default
    );

    /// <inheritdoc cref="RunAsync"/>
    /// <param name="stdIn">What it reads. Default: nothing.</param>
    public abstract Task<CommandResult> RunInputAsync(
        IList<string> args,
        string workingDir,
        IDictionary<string, string?> additionalEnv,
        Action<string>? onStandardOutput = null,
        Action<string>? onStandardError = null,
        string? stdIn = null,
        Action<EngineEvent>? onEngineEvent = null,
        CancellationToken cancellationToken = default
    );
}
