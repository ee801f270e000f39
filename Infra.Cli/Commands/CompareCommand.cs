using System.Collections.Immutable;
using System.CommandLine;
using Engine;
using Infra.Cli.Output;
using Infra.Cli.Programs;
using Infra.Cli.Stacks;
using Review.Comparison;
using Review.Comparison.Accepted;

namespace Infra.Cli.Commands;

/// <summary><c>infra compare</c>: how two environments differ, and whether that is meant.</summary>
internal sealed class CompareCommand : InfraCommand
{
    private readonly Argument<string> _left = new("stack") { Description = "The one stack, for example dev" };

    private readonly Argument<string> _right = new("other")
    {
        Description = "Another stack of the same system, for example prod",
    };

    private readonly Option<string?> _project = StackArguments.ProjectOption();
    private readonly Option<bool> _json = StackArguments.JsonOption("Every difference as JSON, to standard output");

    private readonly Option<bool> _diff = new("--diff")
    {
        Description = "Every difference property by property, accepted ones too",
    };

    private readonly Option<string?> _filter = new("--filter")
    {
        Description = "Shows only resources whose type begins so, for example aws:rds; the verdict is about all",
        HelpName = "TYPE",
    };

    /// <summary>Describes the command.</summary>
    public CompareCommand(Screen screen)
        : base(
            "compare",
            $"Shows how two stacks of one system differ, and which of that {AcceptedDifferences.File} does not accept.",
            screen
        )
    {
        foreach (var stack in (Argument<string>[])[_left, _right])
        {
            stack.Validators.Add(result => StackArguments.RefuseOption(this, result));
            Add(stack);
        }
        foreach (var option in (Option[])[_diff, _filter, _json, _project])
            Add(option);
    }

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples { get; } =
    [
        new("compare dev prod", "what differs in size, copies and protection, and what nobody accepted"),
        new("compare staging prod --diff", "every difference property by property"),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var project = arguments.GetValue(_project);
        var left = StackTarget.Of(project, arguments.GetRequiredValue(_left));
        var right = StackTarget.Of(project, arguments.GetRequiredValue(_right));
        if (StackPair.Problem(left, right) is { } problem)
            throw new InputException("infra compare", [problem]);
        var accepted = AcceptedDifferences.Of(left.Project.Directory);
        var comparison = StackComparison.Of(
            await ReviewedPlan.MakeAsync(left, null, cancellationToken),
            await ReviewedPlan.MakeAsync(right, null, cancellationToken),
            accepted
        );
        var filter = arguments.GetValue(_filter);
        if (arguments.GetValue(_json))
            Json.Write(Screen.Document, writer => CompareDocument.Write(writer, comparison, filter));
        CompareReport.Write(Screen.People(arguments.GetValue(_json)), comparison, arguments.GetValue(_diff), filter);
        return comparison.IsClean ? ExitCodes.Fine : ExitCodes.Findings;
    }
}
