using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using Engine.Documents;
using Infra.Cli.Deploying;
using Infra.Cli.Deploying.Guards;
using Infra.Cli.Deploying.Progress;
using Infra.Cli.Output;
using Infra.Cli.Previews;
using Infra.Cli.Stacks;
using Pulumi.Automation;

namespace Infra.Cli.Commands;

/// <summary><c>infra up</c>: deploys a stack with Pulumi's own engine, after a review that says whether it may.</summary>
internal sealed class UpCommand : InfraCommand, ILongCommand
{
    private readonly StackArguments _stack;
    private readonly UpArguments _arguments;

    /// <summary>Describes the command.</summary>
    public UpCommand(Screen screen)
        : base(
            "up",
            "Deploys a stack with Pulumi's own engine and packages: shows the review, asks, shows how far it is. Needs the pulumi and aws CLIs.",
            screen
        )
    {
        _stack = new StackArguments(this);
        _arguments = new UpArguments(this);
    }

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples { get; } =
    [
        new("up dev", "shows what changes, then does it"),
        new("up prod --yes", "without asking, in a workflow; --plan FILE holds it to what was reviewed"),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var asked = _arguments.Read(arguments);
        var target = _stack.Target(arguments);
        DeployTools.Require();
        await DeployableSettings.CheckAsync(target, cancellationToken);
        using var stack = await DeployedStack.OpenAsync(target, cancellationToken);
        var state = await stack.StateAsync(cancellationToken);
        var review = await ReviewAsync(stack, state, asked, cancellationToken);
        var engine = await AskEngineAsync(stack, state, review, asked, cancellationToken);
        if (engine.Steps.IsEmpty && review.Changes.IsEmpty)
            Screen.People(asked.Json).WriteLine($"{stack.Name}: nothing to change", Style.Good);
        else if (!asked.Yes && Production.Is(target))
            await TypedWord.AskAsync(Screen.Error, stack.Name, "yes", cancellationToken);
        return await DeployAsync(stack, review, engine, asked, cancellationToken);
    }

    private async Task<StackOutcome> ReviewAsync(
        DeployedStack stack,
        DeploymentDocument state,
        UpRequest asked,
        CancellationToken cancellationToken
    )
    {
        var started = Stopwatch.GetTimestamp();
        var place = RightPlace.ProblemsAsync(stack.Target, state, cancellationToken);
        var review = await UpReview.OfAsync(stack.Target, state, cancellationToken);
        UpReview.Tell(Screen, review, asked.Json, started);
        List<string> problems = [.. await place];
        if (Production.Is(stack.Target))
            problems.AddRange(await UnsavedTree.ProblemsAsync(stack.Target.Project.Directory, cancellationToken));
        problems.AddRange(ReviewGuards.Problems(review, asked));
        if (asked.Plan is { } plan)
            problems.AddRange(await ReviewedSteps.ProblemsAsync(stack.Target, plan, review, cancellationToken));
        Refusal.Throw(stack.Name, problems);
        return review;
    }

    private async Task<EnginePreview> AskEngineAsync(
        DeployedStack stack,
        DeploymentDocument state,
        StackOutcome review,
        UpRequest asked,
        CancellationToken cancellationToken
    )
    {
        Screen.Error.WriteLine($"{stack.Name}: Pulumi previews it with the official packages …", Style.Faint);
        Screen.Error.Flush();
        var engine = await EnginePreview.OfAsync(stack, asked, Screen.Error, cancellationToken);
        var differences = engine.Differences(PlannedStep.Of(review.Result.Plan));
        foreach (var difference in differences)
            Screen.Error.WriteLine($"warning: {difference}", Style.Change);
        Refusal.Throw(
            stack.Name,
            [
                .. engine.Unapproved(state, asked.ApprovedReplacements),
                .. asked.Plan is null ? [] : differences.Select(difference => $"--plan: {difference}"),
            ]
        );
        return engine;
    }

    private async Task<int> DeployAsync(
        DeployedStack stack,
        StackOutcome review,
        EnginePreview engine,
        UpRequest asked,
        CancellationToken cancellationToken
    )
    {
        var message = asked.Message ?? await DeployMessage.OfAsync(stack.Target.Project.Directory, cancellationToken);
        var people = Screen.People(asked.Json);
        var progress = new DeployProgress(engine.Steps, ComponentTree.Of(review.Result.Plan), TimeProvider.System);
        var run = new DeployRun(stack, people);
        var result = await run.ToTheEndAsync(
            progress,
            (take, token) =>
                stack.Stack.UpAsync(
                    new UpOptions
                    {
                        OnEvent = take,
                        Color = "never",
                        Message = message,
                        Parallel = asked.Parallel,
                        Refresh = asked.Refresh ? true : null,
                    },
                    token
                ),
            cancellationToken
        );
        new DeployReport(stack, run.Time).Tell(Screen, result, progress, asked.Json);
        return ExitCodes.Fine;
    }
}
