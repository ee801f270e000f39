using System.Collections.Immutable;
using System.CommandLine;
using Infra.Cli.Deploying;
using Infra.Cli.Deploying.Guards;
using Infra.Cli.Deploying.Progress;
using Infra.Cli.Output;
using Pulumi.Automation;

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
        var found = await LookAsync(stack, state, json, cancellationToken);
        Tell(stack, found, json);
        if (found.Count == 0)
            return ExitCodes.Fine;
        if (dryRun)
            return ExitCodes.Findings;
        if (!arguments.GetValue(_yes) && Production.Is(target))
            await TypedWord.AskAsync(Screen.Error, stack.Name, "yes", "--yes", cancellationToken);
        await RunAsync(stack, state, json, new RefreshOptions { Color = "never" }, _ => { }, cancellationToken);
        Screen
            .People(json)
            .WriteLine(
                $"{stack.Name}: the state is as AWS is; infra preview {stack.Name} --baseline says what a deployment would change back",
                Style.Good
            );
        return ExitCodes.Fine;
    }

    private async Task<List<Drift>> LookAsync(
        DeployedStack stack,
        Engine.Documents.DeploymentDocument state,
        bool json,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<string, Drift>(StringComparer.Ordinal);
        await RunAsync(
            stack,
            state,
            json,
            new RefreshOptions { Color = "never", PreviewOnly = true },
            drift => found[drift.Urn] = drift,
            cancellationToken
        );
        return [.. found.Values.OrderBy(drift => drift.Urn, StringComparer.Ordinal)];
    }

    private Task<UpdateResult> RunAsync(
        DeployedStack stack,
        Engine.Documents.DeploymentDocument state,
        bool json,
        RefreshOptions options,
        Action<Drift> found,
        CancellationToken cancellationToken
    ) =>
        new DeployRun(stack, Screen.People(json)).ToTheEndAsync(
            new DeployProgress([], new ComponentTree(state.Resources), TimeProvider.System),
            (take, token) =>
            {
                options.OnEvent = next =>
                {
                    // Refreshing is no change: what differs is told at the end, and only errors on the way.
                    if (Drift.Of(next) is { } drift)
                        found(drift);
                    else if (next.DiagnosticEvent is not null)
                        take(next);
                };
                return stack.Stack.RefreshAsync(options, token);
            },
            cancellationToken
        );

    private void Tell(DeployedStack stack, List<Drift> found, bool json)
    {
        var people = Screen.People(json);
        foreach (var drift in found)
            people.WriteLine(drift.Text(), cut: false);
        people.WriteLine(
            found.Count == 0
                ? $"{stack.Name}: AWS has what the state says"
                : $"{stack.Name}: {Words.Count(found.Count, "resource")} {(found.Count == 1 ? "is" : "are")} not what the state says",
            found.Count == 0 ? Style.Good : Style.Change
        );
        if (json)
            Json.Write(
                Screen.Document,
                writer =>
                {
                    writer.WriteStartObject();
                    writer.WriteString("stack", stack.Name);
                    writer.WriteStartArray("drift");
                    foreach (var drift in found)
                    {
                        writer.WriteStartObject();
                        writer.WriteString("urn", drift.Urn);
                        writer.WriteBoolean("gone", drift.IsGone);
                        writer.WriteStartArray("paths");
                        foreach (var path in drift.Paths)
                            writer.WriteStringValue(path);
                        writer.WriteEndArray();
                        writer.WriteEndObject();
                    }
                    writer.WriteEndArray();
                    writer.WriteEndObject();
                }
            );
    }
}
