using System.Collections.Immutable;
using System.CommandLine;
using Engine;
using Infra.Cli.Output;
using Infra.Cli.Programs;
using Review.Checklists;

namespace Infra.Cli.Commands;

/// <summary><c>infra checklist</c>: what must be there before a system serves anybody, with what the plan says of it.</summary>
internal sealed class ChecklistCommand : InfraCommand
{
    private readonly StackArguments _stack;
    private readonly Option<bool> _json = StackArguments.JsonOption("Every item with its evidence as JSON, to standard output");

    private readonly Option<bool> _markdown = new("--markdown")
    {
        Description = "The list as Markdown, to be ticked off in an issue; to standard output",
    };

    private readonly Option<bool> _strict = new("--strict") { Description = "Ends with exit code 1 while an item is open" };

    /// <summary>Describes the command.</summary>
    public ChecklistCommand(Screen screen)
        : base(
            "checklist",
            "Answers the check-list of a stack's system from its plan: what is there, what is not, what somebody does by hand.",
            screen
        )
    {
        _stack = new StackArguments(this);
        foreach (var option in (Option[])[_strict, _markdown, _json])
            Add(option);
    }

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples { get; } =
    [
        new("checklist prod", "each item with the resources that show it"),
        new("checklist taskflow-dev --markdown", "the same for an issue"),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (json, markdown) = (arguments.GetValue(_json), arguments.GetValue(_markdown));
        if (json && markdown)
            throw new InputException("infra checklist", ["got --json and --markdown, want one of them"]);
        var target = _stack.Target(arguments);
        var plan = await ReviewedPlan.MakeAsync(target, null, cancellationToken);
        var list = CheckedList.Of(target.Plain($"{target.Project.Name}:system"), plan);
        if (json)
            Json.Write(Screen.Document, writer => ChecklistDocument.Write(writer, list));
        if (markdown)
            ChecklistMarkdown.Write(Screen.Document, list);
        ChecklistReport.Write(Screen.People(json || markdown), list);
        return arguments.GetValue(_strict) && list.Count(ItemState.Open) > 0 ? ExitCodes.Findings : ExitCodes.Fine;
    }
}
