using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Pulumi.Automation.Commands;
using Pulumi.Automation.Events;

namespace Pulumi.Automation;

/// <summary>Where commands on the stacks of one project run: a folder, a CLI and an environment. The one that there is is <see cref="LocalWorkspace"/>.</summary>
public abstract partial class Workspace : IDisposable
{
    private readonly PulumiCommand _command;

    internal Workspace(PulumiCommand command) => _command = command;

    /// <summary>The folder the CLI runs in.</summary>
    public abstract string WorkDir { get; }

    /// <summary>Where the CLI keeps plugins and credentials. Default: where it does anyway.</summary>
    public abstract string? PulumiHome { get; }

    /// <summary>The version of the CLI.</summary>
    /// <exception cref="InvalidOperationException">It is not known: the check was skipped and the CLI does not say, or the CLI is run by a class that does not.</exception>
    public abstract string PulumiVersion { get; }

    /// <summary>What encrypts the secrets of new stacks. Default: what the backend has.</summary>
    public abstract string? SecretsProvider { get; }

    /// <summary>The program. Default: the one in <see cref="WorkDir"/>.</summary>
    public abstract PulumiFn? Program { get; set; }

    /// <summary>Takes what the runs of an inline program have to say. Default: nobody does.</summary>
    public abstract ILogger? Logger { get; set; }

    /// <summary>Variables over those of this process, for every run of the CLI; one without a value is taken away. Default: none.</summary>
    public abstract IDictionary<string, string?>? EnvironmentVariables { get; set; }

    internal CliVersion? CliVersion => _command.CliVersion;

    /// <summary>What the project file says; nothing if there is none.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public abstract Task<ProjectSettings?> GetProjectSettingsAsync(CancellationToken cancellationToken = default);

    /// <summary>Writes the project file. What it says that <see cref="ProjectSettings"/> has no place for stays; comments do not.</summary>
    /// <param name="settings">What it is to say.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public abstract Task SaveProjectSettingsAsync(ProjectSettings settings, CancellationToken cancellationToken = default);

    /// <summary>What the file of a stack says; nothing if there is none.</summary>
    /// <param name="stackName">The stack.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public abstract Task<StackSettings?> GetStackSettingsAsync(string stackName, CancellationToken cancellationToken = default);

    /// <summary>Writes the file of a stack. What it says that <see cref="StackSettings"/> has no place for stays; comments do not.</summary>
    /// <param name="stackName">The stack.</param>
    /// <param name="settings">What it is to say.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public abstract Task SaveStackSettingsAsync(
        string stackName,
        StackSettings settings,
        CancellationToken cancellationToken = default
    );

    /// <summary>Arguments that are added to every command on a stack.</summary>
    /// <param name="stackName">The stack.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public abstract Task<ImmutableList<string>> SerializeArgsForOpAsync(
        string stackName,
        CancellationToken cancellationToken = default
    );

    /// <summary>Called after every command on a stack.</summary>
    /// <param name="stackName">The stack.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public abstract Task PostCommandCallbackAsync(string stackName, CancellationToken cancellationToken = default);

    /// <summary>Who is logged in to the backend.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public abstract Task<WhoAmIResult> WhoAmIAsync(CancellationToken cancellationToken = default);

    /// <summary>Installs what the program needs: packages of its language, and plugins.</summary>
    /// <param name="options">What exactly. Default: all of it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">The CLI is too old for it.</exception>
    public abstract Task InstallAsync(InstallOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Deletes what belongs to this object alone.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="Dispose()"/>
    /// <param name="disposing">Whether it is called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing) { }

    internal Task<CommandResult> RunCommandAsync(
        IList<string> args,
        CancellationToken cancellationToken,
        string? standardInput = null
    ) => _command.RunInputAsync(args, WorkDir, Variables(), null, null, standardInput, null, cancellationToken);

    /// <summary>Runs a command on a stack, with what the workspace does around those.</summary>
    internal async Task<CommandResult> RunStackCommandAsync(
        string stackName,
        IList<string> args,
        Action<string>? onStandardOutput,
        Action<string>? onStandardError,
        Action<EngineEvent>? onEngineEvent,
        CancellationToken cancellationToken
    )
    {
        var added = await SerializeArgsForOpAsync(stackName, cancellationToken).ConfigureAwait(false);
        var result = await _command
            .RunAsync(
                CommandLine.Append(args, ["--stack", stackName, .. added]),
                WorkDir,
                Variables(),
                onStandardOutput,
                onStandardError,
                onEngineEvent,
                cancellationToken
            )
            .ConfigureAwait(false);
        await PostCommandCallbackAsync(stackName, cancellationToken).ConfigureAwait(false);
        return result;
    }

    private Dictionary<string, string?> Variables()
    {
        var variables = new Dictionary<string, string?>();
        if (!string.IsNullOrWhiteSpace(PulumiHome))
            variables["PULUMI_HOME"] = PulumiHome;
        foreach (var (name, value) in EnvironmentVariables ?? ImmutableDictionary<string, string?>.Empty)
            variables[name] = value;
        return variables;
    }
}
