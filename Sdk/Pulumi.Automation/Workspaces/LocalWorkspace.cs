using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Pulumi.Automation.Commands;
using Pulumi.Automation.Json;

namespace Pulumi.Automation;

/// <summary>A workspace in a folder of this machine, with the CLI that is installed on it.</summary>
public sealed partial class LocalWorkspace : Workspace
{
    private static readonly CliVersion FirstWithInstall = new(3, 91, 0);
    private static readonly CliVersion FirstWithVersionTools = new(3, 130, 0);
    private static readonly CliVersion FirstWithWhoAmIAsJson = new(3, 58, 0);

    private readonly bool _ownsWorkDir;

    private LocalWorkspace(PulumiCommand command, LocalWorkspaceOptions? options)
        : base(command)
    {
        PulumiHome = options?.PulumiHome;
        SecretsProvider = options?.SecretsProvider;
        Program = options?.Program;
        Logger = options?.Logger;
        EnvironmentVariables = options?.EnvironmentVariables is { } variables ? new Dictionary<string, string?>(variables) : null;
        _ownsWorkDir = string.IsNullOrWhiteSpace(options?.WorkDir);
        WorkDir = _ownsWorkDir ? Directory.CreateTempSubdirectory("automation-").FullName : options!.WorkDir!;
    }

    /// <inheritdoc/>
    public override string WorkDir { get; }

    /// <inheritdoc/>
    public override string? PulumiHome { get; }

    /// <inheritdoc/>
    public override string PulumiVersion =>
        CliVersion?.ToString()
        ?? throw new InvalidOperationException(
            "The version of the Pulumi CLI is not known; leave out what skips its check to know it."
        );

    /// <inheritdoc/>
    public override string? SecretsProvider { get; }

    /// <inheritdoc/>
    public override PulumiFn? Program { get; set; }

    /// <inheritdoc/>
    public override ILogger? Logger { get; set; }

    /// <inheritdoc/>
    public override IDictionary<string, string?>? EnvironmentVariables { get; set; }

    /// <inheritdoc/>
    public override Task<ProjectSettings?> GetProjectSettingsAsync(CancellationToken cancellationToken = default) =>
        ProjectFile.ReadAsync(WorkDir, cancellationToken);

    /// <inheritdoc/>
    public override Task SaveProjectSettingsAsync(ProjectSettings settings, CancellationToken cancellationToken = default) =>
        ProjectFile.SaveAsync(WorkDir, settings, cancellationToken);

    /// <inheritdoc/>
    public override Task<StackSettings?> GetStackSettingsAsync(string stackName, CancellationToken cancellationToken = default) =>
        StackFile.ReadAsync(WorkDir, stackName, cancellationToken);

    /// <inheritdoc/>
    public override Task SaveStackSettingsAsync(
        string stackName,
        StackSettings settings,
        CancellationToken cancellationToken = default
    ) => StackFile.SaveAsync(WorkDir, stackName, settings, cancellationToken);

    /// <inheritdoc/>
    public override Task<ImmutableList<string>> SerializeArgsForOpAsync(
        string stackName,
        CancellationToken cancellationToken = default
    ) => Task.FromResult(ImmutableList<string>.Empty);

    /// <inheritdoc/>
    public override Task PostCommandCallbackAsync(string stackName, CancellationToken cancellationToken = default) =>
        Task.CompletedTask;

    /// <inheritdoc/>
    public override async Task<WhoAmIResult> WhoAmIAsync(CancellationToken cancellationToken = default)
    {
        if (Knows(FirstWithWhoAmIAsJson))
        {
            var answer = await RunCommandAsync(["whoami", "--json"], cancellationToken).ConfigureAwait(false);
            return JsonAnswer.Read("whoami", answer.StandardOutput, WhoAmIResult.Of);
        }
        var user = await RunCommandAsync(["whoami"], cancellationToken).ConfigureAwait(false);
        return new(user.StandardOutput.Trim(), null, []);
    }

    /// <inheritdoc/>
    public override Task InstallAsync(InstallOptions? options = null, CancellationToken cancellationToken = default)
    {
        Demand(FirstWithInstall, "install");
        if (options?.UseLanguageVersionTools == true)
            Demand(FirstWithVersionTools, "install --use-language-version-tools");
        return RunCommandAsync(
            new Arguments("install")
                .Flag("--use-language-version-tools", options?.UseLanguageVersionTools)
                .Flag("--no-dependencies", options?.NoDependencies)
                .Flag("--reinstall", options?.Reinstall)
                .Flag("--no-plugins", options?.NoPlugins)
                .ToList(),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing || !_ownsWorkDir)
            return;
        try
        {
            Directory.Delete(WorkDir, recursive: true);
        }
        catch (IOException)
        {
            // Already gone, or somebody still looks into it: it is in the folder for temporary files.
        }
    }

    // Of a CLI that does not say its version it is taken that it knows everything: it will say itself what it does not.
    private bool Knows(CliVersion first) => CliVersion is not { } version || version.IsAtLeast(first);

    private void Demand(CliVersion first, string command)
    {
        if (!Knows(first))
            throw new InvalidOperationException(
                $"pulumi {command}: got a CLI of version {CliVersion}, want {first} or later; update it"
            );
    }
}
