using Pulumi.Automation.Commands.Exceptions;
using Pulumi.Automation.Commands.Running;
using Pulumi.Automation.Events;

namespace Pulumi.Automation.Commands;

/// <summary>Runs the CLI that is installed on this machine.</summary>
public class LocalPulumiCommand : PulumiCommand
{
    /// <summary>The variable that switches the check of the CLI's version off, whatever its value.</summary>
    public const string SkipVersionCheckVar = "PULUMI_AUTOMATION_API_SKIP_VERSION_CHECK";

    // Makes the hidden flag --event-log known to the CLI.
    private const string DebugCommands = "PULUMI_DEBUG_COMMANDS";

    private readonly Executable _executable;

    private LocalPulumiCommand(Executable executable, CliVersion? version) => (_executable, CliVersion) = (executable, version);

    internal override CliVersion? CliVersion { get; }

    /// <summary>How long an interrupted CLI may take to end before it is killed.</summary>
    internal TimeSpan Grace { get; set; } = ChildProcess.UsualGrace;

    /// <summary>Finds the CLI and asks it for its version.</summary>
    /// <param name="options">Which one. Default: the one on the PATH.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="InvalidOperationException">It is too old or too new, or does not say what it is.</exception>
    public static Task<LocalPulumiCommand> CreateAsync(
        LocalPulumiCommandOptions? options = null,
        CancellationToken cancellationToken = default
    ) => CreateAsync(options, new Dictionary<string, string?>(), cancellationToken);

    /// <inheritdoc cref="CreateAsync(LocalPulumiCommandOptions?, CancellationToken)"/>
    /// <param name="variables">Variables over those of this process, the PATH among them.</param>
    internal static async Task<LocalPulumiCommand> CreateAsync(
        LocalPulumiCommandOptions? options,
        IDictionary<string, string?> variables,
        CancellationToken cancellationToken
    )
    {
        var executable = new Executable(options?.Root);
        var skips =
            options?.SkipVersionCheck == true
            || variables.ContainsKey(SkipVersionCheckVar)
            || Environment.GetEnvironmentVariable(SkipVersionCheckVar) is not null;
        var version = await VersionCheck.RunAsync(executable, variables, skips, cancellationToken).ConfigureAwait(false);
        return new(executable, version);
    }

    /// <inheritdoc/>
    public override Task<CommandResult> RunAsync(
        IList<string> args,
        string workingDir,
        IDictionary<string, string?> additionalEnv,
        Action<string>? onStandardOutput = null,
        Action<string>? onStandardError = null,
        Action<EngineEvent>? onEngineEvent = null,
        CancellationToken cancellationToken = default
    ) =>
        RunInputAsync(args, workingDir, additionalEnv, onStandardOutput, onStandardError, null, onEngineEvent, cancellationToken);

    /// <inheritdoc/>
    public override async Task<CommandResult> RunInputAsync(
        IList<string> args,
        string workingDir,
        IDictionary<string, string?> additionalEnv,
        Action<string>? onStandardOutput = null,
        Action<string>? onStandardError = null,
        string? stdIn = null,
        Action<EngineEvent>? onEngineEvent = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(additionalEnv);
        var variables = new Dictionary<string, string?>(additionalEnv);
        using var log = onEngineEvent is null ? null : new EventLog(onEngineEvent);
        if (log is not null)
            variables[DebugCommands] = "true";
        var child = new ChildProcess(
            _executable.StartInfo(CommandLine.Complete(args, log?.Path), workingDir, variables),
            onStandardOutput,
            onStandardError,
            Grace
        );
        log?.Start();
        CommandResult? result = null;
        try
        {
            result = await child.RunAsync(stdIn, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // What a callback or a broken log failed with is only told of a run that went well: another failure matters more.
            if (log is not null)
                await log.FinishAsync(throwsFailure: result?.Code == 0).ConfigureAwait(false);
        }
        return result.Code == 0 ? result : throw CommandException.Of(result);
    }
}
