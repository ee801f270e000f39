using Pulumi.Automation.Commands;
using Pulumi.Automation.Exceptions;

namespace Pulumi.Automation;

public sealed partial class LocalWorkspace
{
    /// <summary>Sets up a workspace.</summary>
    /// <param name="options">How. Default: an empty folder that is deleted with the workspace.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FileNotFoundException">There is no CLI.</exception>
    /// <exception cref="InvalidOperationException">The CLI is too old or too new.</exception>
    /// <exception cref="ProjectSettingsConflictException">The folder has a project file that says something else.</exception>
    public static async Task<LocalWorkspace> CreateAsync(
        LocalWorkspaceOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var command =
            options?.PulumiCommand
            ?? await LocalPulumiCommand
                .CreateAsync(null, options?.EnvironmentVariables ?? new Dictionary<string, string?>(), cancellationToken)
                .ConfigureAwait(false);
        var workspace = new LocalWorkspace(command, options);
        try
        {
            await workspace.PrepareAsync(options, cancellationToken).ConfigureAwait(false);
            return workspace;
        }
        catch
        {
            workspace.Dispose();
            throw;
        }
    }

    /// <inheritdoc cref="CreateStackAsync(InlineProgramArgs, CancellationToken)"/>
    public static Task<WorkspaceStack> CreateStackAsync(InlineProgramArgs args) => CreateStackAsync(args, default);

    /// <summary>Makes a stack of a program that is a function.</summary>
    /// <param name="args">The stack, its program, and how its workspace is set up.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Commands.Exceptions.StackAlreadyExistsException">There is one.</exception>
    public static Task<WorkspaceStack> CreateStackAsync(InlineProgramArgs args, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(args);
        if (args.ProjectSettings is null)
            throw new ArgumentException("got no ProjectSettings, want them: a function needs a project file", nameof(args));
        return WithStackAsync(args.StackName, args, WorkspaceStack.CreateAsync, cancellationToken);
    }

    /// <inheritdoc cref="CreateStackAsync(LocalProgramArgs, CancellationToken)"/>
    public static Task<WorkspaceStack> CreateStackAsync(LocalProgramArgs args) => CreateStackAsync(args, default);

    /// <summary>Makes a stack of the program in a folder.</summary>
    /// <param name="args">The stack, its program, and how its workspace is set up.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Commands.Exceptions.StackAlreadyExistsException">There is one.</exception>
    public static Task<WorkspaceStack> CreateStackAsync(LocalProgramArgs args, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(args);
        return WithStackAsync(args.StackName, args, WorkspaceStack.CreateAsync, cancellationToken);
    }

    /// <inheritdoc cref="SelectStackAsync(InlineProgramArgs, CancellationToken)"/>
    public static Task<WorkspaceStack> SelectStackAsync(InlineProgramArgs args) => SelectStackAsync(args, default);

    /// <summary>Takes a stack that is there of a program that is a function.</summary>
    /// <param name="args">The stack, its program, and how its workspace is set up.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Commands.Exceptions.StackNotFoundException">There is none.</exception>
    public static Task<WorkspaceStack> SelectStackAsync(InlineProgramArgs args, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(args);
        if (args.ProjectSettings is null)
            throw new ArgumentException("got no ProjectSettings, want them: a function needs a project file", nameof(args));
        return WithStackAsync(args.StackName, args, WorkspaceStack.SelectAsync, cancellationToken);
    }

    /// <inheritdoc cref="SelectStackAsync(LocalProgramArgs, CancellationToken)"/>
    public static Task<WorkspaceStack> SelectStackAsync(LocalProgramArgs args) => SelectStackAsync(args, default);

    /// <summary>Takes a stack that is there of the program in a folder.</summary>
    /// <param name="args">The stack, its program, and how its workspace is set up.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Commands.Exceptions.StackNotFoundException">There is none.</exception>
    public static Task<WorkspaceStack> SelectStackAsync(LocalProgramArgs args, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(args);
        return WithStackAsync(args.StackName, args, WorkspaceStack.SelectAsync, cancellationToken);
    }

    /// <inheritdoc cref="CreateOrSelectStackAsync(InlineProgramArgs, CancellationToken)"/>
    public static Task<WorkspaceStack> CreateOrSelectStackAsync(InlineProgramArgs args) =>
        CreateOrSelectStackAsync(args, default);

    /// <summary>Takes a stack that is there, or makes it of a program that is a function.</summary>
    /// <param name="args">The stack, its program, and how its workspace is set up.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task<WorkspaceStack> CreateOrSelectStackAsync(InlineProgramArgs args, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(args);
        if (args.ProjectSettings is null)
            throw new ArgumentException("got no ProjectSettings, want them: a function needs a project file", nameof(args));
        return WithStackAsync(args.StackName, args, WorkspaceStack.CreateOrSelectAsync, cancellationToken);
    }

    /// <inheritdoc cref="CreateOrSelectStackAsync(LocalProgramArgs, CancellationToken)"/>
    public static Task<WorkspaceStack> CreateOrSelectStackAsync(LocalProgramArgs args) => CreateOrSelectStackAsync(args, default);

    /// <summary>Takes a stack that is there, or makes it of the program in a folder.</summary>
    /// <param name="args">The stack, its program, and how its workspace is set up.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task<WorkspaceStack> CreateOrSelectStackAsync(LocalProgramArgs args, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(args);
        return WithStackAsync(args.StackName, args, WorkspaceStack.CreateOrSelectAsync, cancellationToken);
    }

    private static async Task<WorkspaceStack> WithStackAsync(
        string stackName,
        LocalWorkspaceOptions options,
        Func<string, Workspace, CancellationToken, Task<WorkspaceStack>> take,
        CancellationToken cancellationToken
    )
    {
        var workspace = await CreateAsync(options, cancellationToken).ConfigureAwait(false);
        try
        {
            return await take(stackName, workspace, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            workspace.Dispose();
            throw;
        }
    }

    private async Task PrepareAsync(LocalWorkspaceOptions? options, CancellationToken cancellationToken)
    {
        if (options?.ProjectSettings is { } wanted)
        {
            var there = await GetProjectSettingsAsync(cancellationToken).ConfigureAwait(false);
            if (there is null)
                await SaveProjectSettingsAsync(wanted, cancellationToken).ConfigureAwait(false);
            else if (!wanted.IsDefault && !wanted.SaysTheSame(there))
                throw new ProjectSettingsConflictException(ProjectFile.Find(WorkDir));
        }
        foreach (var (stackName, settings) in options?.StackSettings ?? new Dictionary<string, StackSettings>())
            await SaveStackSettingsAsync(stackName, settings, cancellationToken).ConfigureAwait(false);
    }
}
