using System.Collections.Immutable;
using System.CommandLine;
using Infra.Cli.Deploying;
using Infra.Cli.Deploying.Guards;
using Infra.Cli.Deploying.Progress;
using Infra.Cli.Output;
using Infra.Cli.Stacks;
using Pulumi.Automation;
using Pulumi.Automation.Events;

namespace Infra.Cli.Commands;

/// <summary><c>infra refresh</c>: what people changed in AWS behind the stack's back, and the state made true again.</summary>
internal sealed class RefreshCommand : InfraCommand, ILongCommand
{
    private readonly StackArguments _stack;
    private readonly Option<bool> _yes = UpArguments.YesOption();

    private readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "Shows what differs and leaves the state alone; exit code 1 when something does",
    };

    private readonly Option<bool> _json = StackArguments.JsonOption("What differs as JSON");

    /// <summary>Describes the command.</summary>
    public RefreshCommand(Screen screen)
        : base(
            "refresh",
            "Asks AWS what the resources of a stack are like now, and writes that into the state. Changes nothing in AWS. Needs the pulumi and aws CLIs.",
            screen
        )
    {
        _stack = new StackArguments(this);
        foreach (var option in (Option[])[_yes, _dryRun, _json])
            Add(option);
    }

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples { get; } =
    [
        new("refresh prod --dry-run", "what somebody changed by hand; exit code 1 when there is something"),
        new("refresh dev", "shows it and writes it into the state"),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (json, dryRun) = (arguments.GetValue(_json), arguments.GetValue(_dryRun));
        var target = _stack.Target(arguments);
        DeployTools.Require();
        using var stack = await DeployedStack.OpenAsync(target, cancellationToken);
        var state = await stack.StateAsync(cancellationToken);
        Refusal.Throw(stack.Name, await RightPlace.ProblemsAsync(target, state, cancellationToken));
        var found = await LookAsync(stack, json, cancellationToken);
        DriftReport.Tell(Screen, stack.Name, found, json);
        if (found.Count == 0)
            return ExitCodes.Fine;
        if (dryRun)
            return ExitCodes.Findings;
        if (!arguments.GetValue(_yes) && Production.Is(target))
            await TypedWord.AskAsync(Screen.Error, stack.Name, "yes", cancellationToken);
        await RunAsync(
            stack,
            json,
            _ => { },
            (take, token) => stack.Stack.RefreshAsync(new RefreshOptions { Color = "never", OnEvent = take }, token),
            cancellationToken
        );
        Screen
            .People(json)
            .WriteLine(
                $"{stack.Name}: the state is as AWS is; infra preview {stack.Name} --baseline says what a deployment would change back",
                Style.Good
            );
        return ExitCodes.Fine;
    }

    private async Task<List<Drift>> LookAsync(DeployedStack stack, bool json, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, Drift>(StringComparer.Ordinal);
        await RunAsync(stack, json, drift => found[drift.Urn] = drift, stack.LookAsync, cancellationToken);
        return [.. found.Values.OrderBy(drift => drift.Urn, StringComparer.Ordinal)];
    }

    // Refreshing is no change: what differs is told at the end, and only errors on the way.
    private Task<T> RunAsync<T>(
        DeployedStack stack,
        bool json,
        Action<Drift> found,
        Func<Action<EngineEvent>, CancellationToken, Task<T>> operation,
        CancellationToken cancellationToken
    ) =>
        new DeployRun(stack, Screen.People(json)).ToTheEndAsync(
            new DeployProgress([], new ComponentTree([]), TimeProvider.System),
            (take, token) =>
                operation(
                    next =>
                    {
                        if (Drift.Of(next) is { } drift)
                            found(drift);
                        else if (next.DiagnosticEvent is not null)
                            take(next);
                    },
                    token
                ),
            cancellationToken
        );
}
