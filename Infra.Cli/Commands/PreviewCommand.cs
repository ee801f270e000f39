using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using Engine;
using Infra.Cli.Output;
using Infra.Cli.Previews;
using Infra.Cli.Revisions;
using Infra.Cli.Stacks;

namespace Infra.Cli.Commands;

/// <summary><c>infra preview</c>: what a deployment would do.</summary>
internal sealed class PreviewCommand : InfraCommand
{
    private readonly StackArguments _stack;
    private readonly PreviewArguments _arguments;

    /// <summary>Describes the command.</summary>
    public PreviewCommand(Screen screen)
        : base(
            "preview",
            "Shows what deploying a stack would do: runs the program against an offline engine, checks every input, compares with a baseline.",
            screen
        )
    {
        _stack = new StackArguments(this);
        _arguments = new PreviewArguments(this);
    }

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples { get; } =
    [
        new("preview dev", "the plan of stack dev, by component"),
        new("preview prod --json", "the document of pulumi preview --json; the tree goes to standard error"),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var asked = _arguments.Read(arguments, arguments.GetValue(_stack.Stack) is not null);
        StackPreviews.WarmUp(asked);
        var targets = Targets(arguments, asked);
        var source = new BaselineSource(asked.Baseline, await RevisionAsync(targets, asked, cancellationToken));
        var previews = new StackPreviews(asked, source);
        var report = new PreviewReport(Screen, asked);
        var outcomes = new List<StackOutcome>(targets.Count);
        foreach (var target in targets)
        {
            var started = Stopwatch.GetTimestamp();
            outcomes.Add(await previews.OfAsync(target, cancellationToken));
            report.Tell(outcomes[^1], started);
        }
        if (asked.Markdown)
            Screen.Document.Write(PreviewComment.Of(asked, outcomes, source.Revision));
        return report.Verdict(outcomes);
    }

    private List<StackTarget> Targets(ParseResult arguments, PreviewRequest asked) =>
        asked.All ? StackTarget.All(arguments.GetValue(_stack.Project)) : [_stack.Target(arguments)];

    private async Task<RevisionPlans?> RevisionAsync(
        List<StackTarget> targets,
        PreviewRequest asked,
        CancellationToken cancellationToken
    ) =>
        asked.Against is { } revision
            ? await RevisionPlans.OpenAsync(targets[0].Project, revision, asked.Program, Screen.Error, cancellationToken)
            : null;
}
