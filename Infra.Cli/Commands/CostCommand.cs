using System.Collections.Immutable;
using System.CommandLine;
using Engine;
using Engine.Documents;
using Infra.Cli.Output;
using Infra.Cli.Output.Cost;
using Infra.Cli.Programs;
using Infra.Cli.Stacks;
using Review.Cost;
using Review.Cost.Sources;
using Review.Cost.Usage;
using Review.Model;

namespace Infra.Cli.Commands;

/// <summary><c>infra cost</c>: what stacks cost in a month.</summary>
internal sealed class CostCommand : InfraCommand
{
    private readonly Argument<string[]> _stacks = new("stacks")
    {
        Description = "The stacks, for example dev prod. Default: PULUMI_STACK, else the one of infra use, else the only one",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _project = StackArguments.ProjectOption();
    private readonly Option<bool> _all = new("--all") { Description = "Every stack of the project, side by side" };
    private readonly CostArguments _arguments;

    /// <summary>Describes the command.</summary>
    public CostCommand(Screen screen)
        : base(
            "cost",
            "Estimates what stacks cost in a month, from their plans and an embedded price book: what is fixed, what follows usage, what nobody could price.",
            screen
        )
    {
        _stacks.Validators.Add(result => StackArguments.RefuseOption(this, result));
        Add(_stacks);
        Add(_all);
        _arguments = new CostArguments(this);
        Add(_project);
    }

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples { get; } =
    [
        new("cost dev", "what the stack dev costs in a month, by component"),
        new("cost dev prod --jpy 150", "two stacks side by side, in dollars and yen"),
        new("cost --sources", "what the source documents say that stacks cost, and what the price list says"),
        new("cost prod --usage-template", "the numbers of usage that are taken, as a file to edit"),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        // On the other processor, while the first plan is made here.
        _ = CostWarmUp.StartAsync();
        if (_arguments.AsksSources(arguments))
            return await SourcesAsync(arguments, cancellationToken);
        var targets = Targets(arguments);
        var asked = _arguments.Read(arguments, targets.Count > 1);
        var stacks = new List<PricedStack>();
        foreach (var target in targets)
            stacks.Add(await OneAsync(target, asked, cancellationToken));
        if (asked.Options.Usage is { } usage)
            UsageCheck.Require(usage, [.. stacks.Select(stack => stack.Estimate)]);
        if (asked.Template)
            Screen.Document.Write(UsageTemplate.Of(stacks[0].Estimate));
        else
            Write(asked, stacks);
        return ExitCodes.Fine;
    }

    private void Write(CostRequest asked, List<PricedStack> stacks)
    {
        if (asked.Format != CostFormat.Table)
            CostTable.Brief(Screen.Error, stacks, asked);
        switch (asked.Format)
        {
            case CostFormat.Json:
                Json.Write(Screen.Document, writer => CostDocument.Write(writer, stacks, asked));
                break;
            case CostFormat.Markdown:
                Screen.Document.Write(CostMarkdown.Of(stacks, asked));
                break;
            default:
                CostTable.Write(Screen.Out, stacks, asked);
                break;
        }
    }

    private async Task<int> SourcesAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var folder = arguments.GetValue(_project);
        if (arguments.GetValue(_all) || arguments.GetValue(_stacks) is { Length: > 0 })
            throw new InputException("--sources", ["got stacks too, want none: each table says which stack it is about"]);
        var asked = _arguments.Read(arguments, several: true);
        var comparisons = new List<SourceComparison>();
        foreach (var table in SourceTables.All)
        {
            var plan = await ReviewedPlan.MakeAsync(StackTarget.Of(folder, table.Stack), null, cancellationToken);
            comparisons.Add(SourceComparison.Of(table, StackModel.Of(plan)));
        }
        if (asked.Format == CostFormat.Json)
            Json.Write(Screen.Document, writer => SourceDocument.Write(writer, comparisons));
        else if (asked.Format == CostFormat.Markdown)
            Screen.Document.Write(SourceMarkdown.Of(comparisons));
        else
            SourceRows.Write(Screen.Out, comparisons, asked.Expand);
        return ExitCodes.Fine;
    }

    private static async Task<PricedStack> OneAsync(StackTarget target, CostRequest asked, CancellationToken cancellationToken)
    {
        var baseline = asked.Baseline is null ? null : DeploymentDocument.Load(asked.Baseline);
        baseline?.Require(target.Project.Name, target.File.Stack);
        var plan = await ReviewedPlan.MakeAsync(target, null, cancellationToken);
        var stack = StackModel.Of(plan);
        var estimate = CostEstimate.Of(stack, asked.Options);
        var priced = new PricedStack(target, stack, asked.Options, estimate);
        if (baseline is null)
            return priced;
        var before = StackModel.Of(plan.Stack, plan.Config, baseline.ToBaseline());
        return priced with { Difference = new CostDifference(CostEstimate.Of(before, asked.Options), estimate) };
    }

    private List<StackTarget> Targets(ParseResult arguments)
    {
        var names = arguments.GetValue(_stacks) ?? [];
        var folder = arguments.GetValue(_project);
        if (arguments.GetValue(_all))
        {
            if (names.Length > 0)
                throw new InputException(
                    "--all",
                    [$"got {string.Join(" and ", names)} too, want one of both; leave one of them out"]
                );
            return StackTarget.All(folder);
        }
        if (names.Length == 0)
            return [StackTarget.Of(folder, null)];
        return names.Distinct().Count() == names.Length
            ? [.. names.Select(name => StackTarget.Of(folder, name))]
            : throw new InputException("infra cost", [$"got {string.Join(", ", names)}, want each stack once"]);
    }
}
