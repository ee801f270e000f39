using System.Collections.Immutable;
using Infra.Cli.Deployed;
using Infra.Cli.Operations.Calls;
using Infra.Cli.Operations.Parts;
using Infra.Cli.Output;

namespace Infra.Cli.Operations.Rollback;

/// <summary>Brings a service that CodeDeploy deploys back: stops a deployment that goes on, or deploys what served before.</summary>
internal sealed class CodeDeployRollback : IRollback
{
    // A deployment waits for drained targets, and for its hooks.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(60);

    private const int LooksForWayBack = 6;

    private readonly OperatedStack _stack;
    private readonly ServicePart _service;
    private readonly string[] _call;
    private readonly string? _stopped;

    private CodeDeployRollback(OperatedStack stack, ServicePart service, string[] call, string? stopped) =>
        (_stack, _service, _call, _stopped) = (stack, service, call, stopped);

    /// <inheritdoc/>
    public string Key => _service.Key;

    /// <inheritdoc/>
    public required string From { get; init; }

    /// <inheritdoc/>
    public required string To { get; init; }

    /// <inheritdoc/>
    public ImmutableArray<string> Differences { get; init; } = [];

    /// <inheritdoc/>
    public ImmutableArray<ImmutableArray<string>> Calls =>
        [
            [.. _call],
        ];

    /// <inheritdoc/>
    public string Afterwards =>
        "infra up leaves the revision of this service alone; the next deployment by CodeDeploy rolls forward again.";

    /// <summary>Looks up the way back.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="service">The service; CodeDeploy deploys it.</param>
    /// <param name="to">The revision. Default: the one that was deployed before.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<CodeDeployRollback> FindAsync(
        OperatedStack stack,
        ServicePart service,
        string? to,
        CancellationToken cancellationToken
    )
    {
        var history = new DeploymentHistory(stack, service);
        if (await history.OpenAsync(cancellationToken) is { } open)
            return to is null
                ? new(stack, service, CodeDeployCalls.Stop(open), open)
                {
                    From = $"deployment {open}",
                    To = "what served before it",
                }
                : throw new CommandException(
                    ExitCodes.Refused,
                    $"{service.Key}: deployment {open} goes on; infra rollback without --to stops it and brings back what served before"
                );
        var serving = await TaskSet.ServingAsync(stack, service, cancellationToken);
        var revisions = new TaskRevisions(stack);
        var target = to is not null
            ? TaskRevisions.Named(serving.Revision, to)
            : await history.BeforeAsync(serving.Revision, cancellationToken)
                ?? await revisions.BeforeAsync(serving.Revision, cancellationToken);
        var from = await revisions.ReadAsync(serving.Revision, cancellationToken);
        var found = await revisions.ReadAsync(target, cancellationToken);
        if (!found.Active)
            throw new CommandException(
                ExitCodes.ProgramFailed,
                $"{service.Key}: {target.Short} was deregistered, so ECS runs it no more; take another with --to"
            );
        var (application, group) = service.CodeDeploy!.Value;
        var appSpec = CodeDeployCalls.AppSpec(target.Arn, serving.Container, serving.Port, serving.Capacity);
        return new(stack, service, CodeDeployCalls.Create(application, group, appSpec), null)
        {
            From = serving.Revision.Short,
            To = target.Short,
            Differences = RevisionDifference.Of(from.Document, found.Document),
        };
    }

    /// <inheritdoc/>
    public async Task RunAsync(Terminal terminal, CancellationToken cancellationToken)
    {
        var ran = await _stack.Aws.AskAsync(_call, cancellationToken, repeatable: _stopped is not null);
        var answer = AwsCli.Document(ran, _call);
        var deployment = _stopped ?? Tools.JsonAnswers.Text(answer, "deploymentId") ?? "";
        var history = new DeploymentHistory(_stack, _service);
        var looks = 0;
        await new Waiting(_stack, terminal, Limit).UntilAsync(
            Key,
            async token =>
            {
                var (status, reason, next) = await history.StateAsync(deployment, token);
                if (deployment != _stopped)
                    return status is "Failed" or "Stopped"
                        ? throw Gone(deployment, status, reason ?? "CodeDeploy gives no reason")
                        : ($"deployment {deployment} {status}", status == "Succeeded");
                if (status == "Succeeded")
                    throw Gone(deployment, status, "it was at its end before it could be stopped; run infra rollback again");
                // The way back of a deployment that was stopped is a deployment of its own, which comes a moment later or is not needed.
                if (next is not null)
                    deployment = next;
                else if (status is "Stopped" or "Failed")
                    looks++;
                return ($"deployment {_stopped} {status}", looks >= LooksForWayBack);
            },
            "CodeDeploy goes on with it; look again with aws deploy get-deployment.",
            cancellationToken
        );
    }

    private CommandException Gone(string deployment, string status, string why) =>
        new(ExitCodes.ProgramFailed, $"{Key}: deployment {deployment} is {status}: {why}");
}
