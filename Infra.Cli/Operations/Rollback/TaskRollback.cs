using System.Collections.Immutable;
using System.Text.Json;
using Infra.Cli.Deployed;
using Infra.Cli.Operations.Calls;
using Infra.Cli.Operations.Parts;
using Infra.Cli.Output;
using Infra.Cli.Tools;
using Infra.Cli.Users;

namespace Infra.Cli.Operations.Rollback;

/// <summary>Brings a service that ECS deploys back to an earlier revision of its task definition.</summary>
internal sealed class TaskRollback : IRollback
{
    // Draining, starting and the health checks of a few tasks.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    private readonly OperatedStack _stack;
    private readonly ServicePart _service;
    private readonly TaskRevision _to;
    private readonly string? _again;

    private TaskRollback(
        OperatedStack stack,
        ServicePart service,
        TaskRevision from,
        TaskRevision to,
        ImmutableArray<string> differences,
        string? again
    )
    {
        (_stack, _service, _to, _again) = (stack, service, to, again);
        (From, To, Differences) = (from.Short, to.Short, differences);
    }

    /// <inheritdoc/>
    public string Key => _service.Key;

    /// <inheritdoc/>
    public string From { get; }

    /// <inheritdoc/>
    public string To { get; }

    /// <inheritdoc/>
    public ImmutableArray<string> Differences { get; }

    /// <inheritdoc/>
    public ImmutableArray<ImmutableArray<string>> Calls =>
        _again is null
            ?
            [
                [.. EcsCalls.Deploy(_service.Cluster, _service.Name, _to.Arn)],
            ]
            :
            [
                [.. EcsCalls.Register($"file://(private file: {To} again, which ECS runs no more)")],
                [.. EcsCalls.Deploy(_service.Cluster, _service.Name, $"{_to.Family}:(its new number)")],
            ];

    /// <inheritdoc/>
    public string Afterwards
    {
        get
        {
            var setting = _stack.Parts.Services.Length > 1 ? $"services.{Key}.image" : "service.image";
            return $"The next deployment that changes {From}, or refreshes the state, rolls forward again. To stay, set {setting} in {_stack.Target.File.FileName} to the image above and deploy.";
        }
    }

    /// <summary>Looks up the way back.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="service">The service.</param>
    /// <param name="to">The revision. Default: the one that served before.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<TaskRollback> FindAsync(
        OperatedStack stack,
        ServicePart service,
        string? to,
        CancellationToken cancellationToken
    )
    {
        var state = await ServiceAnswer.ReadAsync(stack, service, cancellationToken);
        var current = TaskRevision.In(state.Text("taskDefinition") ?? "") ?? throw ServiceAnswer.NoRevision(service);
        var revisions = new TaskRevisions(stack);
        // While a deployment goes on, what served before it still runs.
        var running = state
            .Items("deployments")
            .Where(deployment => deployment.Text("status") == "ACTIVE")
            .Select(deployment => TaskRevision.In(deployment.Text("taskDefinition") ?? ""))
            .FirstOrDefault(revision => revision is not null && revision != current);
        var target = to is not null
            ? TaskRevisions.Named(current, to)
            : running ?? await revisions.BeforeAsync(current, cancellationToken);
        var from = await revisions.ReadAsync(current, cancellationToken);
        var found = await revisions.ReadAsync(target, cancellationToken);
        return new(
            stack,
            service,
            current,
            target,
            RevisionDifference.Of(from.Document, found.Document),
            found.Active ? null : TaskRevisions.Again(found.Document, found.Tags)
        );
    }

    /// <inheritdoc/>
    public async Task RunAsync(Terminal terminal, CancellationToken cancellationToken)
    {
        var target = _again is null ? _to : await RegisterAsync(_again, cancellationToken);
        if (target != _to)
            terminal.WriteLine($"{Key}: registered as {target.Short}");
        await _stack.Aws.MakeAsync(EcsCalls.Deploy(_service.Cluster, _service.Name, target.Arn), cancellationToken);
        await new Waiting(_stack, terminal, Limit).UntilAsync(
            Key,
            token => LookAsync(target, token),
            $"infra logs {_stack.Name} --service {Key} shows why.",
            cancellationToken
        );
    }

    private async Task<TaskRevision> RegisterAsync(string document, CancellationToken cancellationToken)
    {
        // Its variables are nobody's business, and others on the machine see arguments.
        using var file = new PrivateFile(document);
        var call = EcsCalls.Register($"file://{file.Path}");
        var ran = await _stack.Aws.AskAsync(call, cancellationToken, repeatable: false);
        var answer = AwsCli.Document(ran, call);
        return
            answer.TryGetProperty("taskDefinition", out var made)
            && TaskRevision.In(made.Text("taskDefinitionArn") ?? "") is { } revision
            ? revision
            : throw ServiceAnswer.NoRevision(_service);
    }

    private async Task<(string State, bool Done)> LookAsync(TaskRevision target, CancellationToken cancellationToken)
    {
        var service = await ServiceAnswer.ReadAsync(_stack, _service, cancellationToken);
        var deployments = service.Items("deployments");
        var own = deployments.FirstOrDefault(deployment => deployment.Text("taskDefinition") == target.Arn);
        if (own.ValueKind != JsonValueKind.Object || own.Text("rolloutState") == "FAILED" || own.Text("status") == "INACTIVE")
        {
            var reason = own.ValueKind == JsonValueKind.Object ? own.Text("rolloutStateReason") : null;
            throw new CommandException(
                ExitCodes.ProgramFailed,
                $"{Key}: ECS gave {target.Short} up: {reason ?? "its deployment is gone"}; infra logs {_stack.Name} --service {Key} shows why"
            );
        }
        var done = own.Text("rolloutState") == "COMPLETED" && deployments.Count == 1;
        return (
            $"{target.Short} {own.Number("runningCount")} of {Words.Count(own.Number("desiredCount"), "task")}, {own.Text("rolloutState") ?? "IN_PROGRESS"}",
            done
        );
    }
}
