using System.Collections.Immutable;
using System.CommandLine;
using Infra.Cli.Output;
using Infra.Cli.Programs;
using Infra.Cli.Runbooks;
using Review.Runbooks;

namespace Infra.Cli.Commands;

/// <summary><c>infra runbook</c>: what to do when something is wrong, with the names of the stack in every command.</summary>
internal sealed class RunbookCommand : InfraCommand
{
    private readonly StackArguments _stack;
    private readonly Option<bool> _json = StackArguments.JsonOption("The same as JSON, to standard output");

    private readonly Argument<string?> _about = new("about")
    {
        Description = "An alarm, a page (database) or a section (database#cpu). Default: all that concerns the stack",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _list = new("--list")
    {
        Description = "Only which sections there are, and which alarms lead to them",
    };

    /// <summary>Describes the command.</summary>
    public RunbookCommand(Screen screen)
        : base(
            "runbook",
            "Prints the runbooks that concern a stack, or what to do about one alarm, with the stack's own names in every command.",
            screen
        )
    {
        _stack = new StackArguments(this);
        _about.Validators.Add(result => StackArguments.RefuseOption(this, result));
        Add(_about);
        foreach (var option in (Option[])[_list, _json])
            Add(option);
    }

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples { get; } =
    [
        new("runbook prod idp-server-high-cpu", "what to do when that alarm rings"),
        new("runbook prod restore", "a page; database#cpu is a section"),
        new("runbook finsight-prod --list", "which sections there are, and which alarms lead to them"),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (json, list, about) = (arguments.GetValue(_json), arguments.GetValue(_list), arguments.GetValue(_about));
        if (list && about is not null)
            throw new Engine.InputException("infra runbook", ["got --list and something to read, want one of them"]);
        var target = _stack.Target(arguments);
        var pages = RunbookFolder.Read(target.Project);
        var plan = await ReviewedPlan.MakeAsync(target, null, cancellationToken);
        var runbook = new StackRunbook(plan, pages);
        var choice = about is null ? new RunbookChoice([], runbook.Pages()) : RunbookChoice.Of(runbook, about);
        if (json)
            Json.Write(
                Screen.Document,
                writer =>
                    RunbookDocument.Write(
                        writer,
                        runbook,
                        about is null ? runbook.Alarms : choice.Alarms,
                        choice.Pages,
                        texts: !list
                    )
            );
        else if (list)
            RunbookReport.List(Screen.Out, runbook);
        else
            RunbookReport.Write(Screen.Out, choice);
        return ExitCodes.Fine;
    }
}
