using System.Collections.Immutable;
using System.Text;
using Engine.Documents;
using Infra.Cli.Stacks;
using Pulumi.Automation;
using Pulumi.Automation.Commands;
using Pulumi.Automation.Commands.Exceptions;
using Pulumi.Automation.Events;

namespace Infra.Cli.Deploying;

/// <summary>A stack in Pulumi's backend, through the Automation API.</summary>
internal sealed class DeployedStack : IDisposable
{
    private readonly PulumiCommand _pulumi;
    private readonly LocalWorkspace _workspace;
    private readonly WorkspaceStack _stack;

    private DeployedStack(StackTarget target, PulumiCommand pulumi, LocalWorkspace workspace, WorkspaceStack stack) =>
        (Target, _pulumi, _workspace, _stack) = (target, pulumi, workspace, stack);

    /// <summary>Its file and configuration.</summary>
    public StackTarget Target { get; }

    /// <summary>The stack to work on.</summary>
    public WorkspaceStack Stack => _stack;

    /// <summary>Its name.</summary>
    public string Name => Target.File.Stack;

    /// <summary>Finds the stack in the backend that one is logged in to.</summary>
    /// <exception cref="CommandException">There is none, or Pulumi cannot be asked.</exception>
    public static async Task<DeployedStack> OpenAsync(StackTarget target, CancellationToken cancellationToken)
    {
        try
        {
            var pulumi = await LocalPulumiCommand.CreateAsync(cancellationToken: cancellationToken);
            var workspace = await LocalWorkspace.CreateAsync(
                new LocalWorkspaceOptions
                {
                    WorkDir = target.Project.Directory,
                    EnvironmentVariables = Variables(),
                    PulumiCommand = pulumi,
                },
                cancellationToken
            );
            return new(
                target,
                pulumi,
                workspace,
                await WorkspaceStack.SelectAsync(target.File.Stack, workspace, cancellationToken)
            );
        }
        catch (StackNotFoundException)
        {
            throw new CommandException(
                ExitCodes.BadInput,
                $"{target.File.Stack}: got a stack that the backend does not have, want one; make it once with: pulumi stack init {target.File.Stack} --secrets-provider=…"
                    + " (docs/state.md says what to put there), or log in to the backend that has it: pulumi login"
            );
        }
        catch (Exception failure) when (DeployFailure.Of(target.File.Stack, failure) is { } told)
        {
            throw told;
        }
    }

    /// <summary>What is deployed. Secrets are opened in memory only.</summary>
    /// <exception cref="CommandException">Pulumi cannot say.</exception>
    public async Task<DeploymentDocument> StateAsync(CancellationToken cancellationToken)
    {
        var state = await AskAsync(() => _stack.ExportStackAsync(cancellationToken));
        var document = DeploymentDocument.Read(Encoding.UTF8.GetBytes(state.Json.GetRawText()), $"state of {Name}");
        document.Require(Target.Project.Name, Name);
        return document;
    }

    /// <summary>Asks AWS what the resources are like, and leaves the state alone.</summary>
    /// <param name="onEvent">Takes what the engine says.</param>
    /// <param name="cancellationToken">Gives up.</param>
    // Not WorkspaceStack.RefreshAsync: the official package passes --yes beside --preview-only, which the CLI refuses.
    public Task<CommandResult> LookAsync(Action<EngineEvent> onEvent, CancellationToken cancellationToken) =>
        _pulumi.RunAsync(
            ["refresh", "--preview-only", "--color", "never", "--stack", Name],
            Target.Project.Directory,
            Variables(),
            onEngineEvent: onEvent,
            cancellationToken: cancellationToken
        );

    /// <summary>What the stack says of itself.</summary>
    public Task<ImmutableDictionary<string, OutputValue>> OutputsAsync(CancellationToken cancellationToken) =>
        AskAsync(() => _stack.GetOutputsAsync(cancellationToken));

    /// <summary>The newest entry of its history. Default: it has none.</summary>
    public Task<UpdateSummary?> LastUpdateAsync(CancellationToken cancellationToken) =>
        AskAsync(() => _stack.GetInfoAsync(cancellationToken));

    /// <summary>Takes away the lock of an update.</summary>
    public Task CancelAsync(CancellationToken cancellationToken) =>
        AskAsync(async () =>
        {
            await _stack.CancelAsync(cancellationToken);
            return true;
        });

    /// <inheritdoc/>
    public void Dispose()
    {
        _stack.Dispose();
        _workspace.Dispose();
    }

    private async Task<T> AskAsync<T>(Func<Task<T>> question)
    {
        try
        {
            return await question();
        }
        catch (Exception failure) when (DeployFailure.Of(Name, failure) is { } told)
        {
            throw told;
        }
    }

    // The official packages are what everybody deploys with; who sets the variable has a reason.
    private static Dictionary<string, string?> Variables() =>
        new()
        {
            ["PulumiPackages"] = Environment.GetEnvironmentVariable("PulumiPackages") is { Length: > 0 } set ? set : "nuget",
            ["PULUMI_SKIP_UPDATE_CHECK"] = "true",
        };
}
