using System.Collections.Immutable;
using System.CommandLine;
using Infra.Cli.Deploying;
using Infra.Cli.Deploying.Guards;
using Infra.Cli.Deploying.Progress;
using Infra.Cli.Output;
using Infra.Cli.Stacks;
using Pulumi.Automation;

namespace Infra.Cli.Commands;

/// <summary><c>infra destroy</c>: takes away everything that a stack has made.</summary>
internal sealed class DestroyCommand : InfraCommand, ILongCommand
{
    private readonly StackArguments _stack;
    private readonly Option<bool> _yes = UpArguments.YesOption();

    private readonly Option<string?> _approve = new("--approve-destroy")
    {
        Description = "The name of the stack again: production is not destroyed on --yes alone",
        HelpName = "STACK",
    };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Shows what would go, and does nothing" };

    /// <summary>Describes the command.</summary>
    public DestroyCommand(Screen screen)
        : base(
            "destroy",
            "Deletes everything that a stack has deployed, after it has shown what is lost. Needs the pulumi and aws CLIs.",
            screen
        )
    {
        _stack = new StackArguments(this);
        foreach (var option in (Option[])[_yes, _approve, _dryRun])
            Add(option);
    }

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples { get; } =
    [
        new("destroy dev --dry-run", "what would go, and what would be lost with it"),
        new("destroy dev --yes", "shows it and does it; without --yes the stack's name must be typed"),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var target = _stack.Target(arguments);
        DeployTools.Require();
        using var stack = await DeployedStack.OpenAsync(target, cancellationToken);
        var state = await stack.StateAsync(cancellationToken);
        var review = DestroyReview.Of(target, state);
        review.Tell(Screen.Out);
        var problems = await RightPlace.ProblemsAsync(target, state, cancellationToken);
        problems.AddRange(review.Problems(target));
        var approved = arguments.GetValue(_approve);
        if (approved is not null && approved != stack.Name)
            problems.Add($"--approve-destroy: got {ValueText.Quoted(approved)}, want {stack.Name}");
        Refusal.Throw(stack.Name, problems);
        if (arguments.GetValue(_dryRun) || review.Resources == 0)
            return ExitCodes.Fine;
        if (!arguments.GetValue(_yes) || (Production.Is(target) && approved is null))
            await TypedWord.AskAsync(
                Screen.Error,
                stack.Name,
                stack.Name,
                cancellationToken,
                without: Production.Is(target) ? $"--yes --approve-destroy {stack.Name}" : "--yes"
            );
        return await DestroyAsync(stack, review, cancellationToken);
    }

    private async Task<int> DestroyAsync(DeployedStack stack, DestroyReview review, CancellationToken cancellationToken)
    {
        var progress = new DeployProgress(review.Steps, ComponentTree.Of(review.Plan), TimeProvider.System);
        var run = new DeployRun(stack, Screen.Out);
        await run.ToTheEndAsync(
            progress,
            (take, token) => stack.Stack.DestroyAsync(new DestroyOptions { OnEvent = take, Color = "never" }, token),
            cancellationToken
        );
        Screen.Out.WriteLine(
            $"{stack.Name}: destroyed, {Words.Count(progress.Done, "resource")} deleted ({Words.Time(run.Time)}); its settings and history stay, pulumi stack rm {stack.Name} forgets them too",
            Style.Good
        );
        return ExitCodes.Fine;
    }
}
