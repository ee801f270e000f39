using System.Collections.Immutable;
using System.CommandLine;
using Engine;
using Engine.Text;
using Infra.Cli.Output;
using Infra.Cli.Output.Guardrails;
using Infra.Cli.Programs;
using Infra.Cli.Stacks;
using Review.Guardrails;
using Review.Model;

namespace Infra.Cli.Commands;

/// <summary><c>infra check</c>: what the guardrails say of a stack.</summary>
internal sealed class CheckCommand : InfraCommand
{
    private readonly StackArguments _stack;
    private readonly Option<bool> _all = new("--all") { Description = "Every stack of the project" };

    private readonly Option<string> _format = new("--format")
    {
        Description = "table, json, sarif (code scanning) or junit (test reports). Default: table",
        HelpName = "FORMAT",
        DefaultValueFactory = _ => "table",
    };

    private readonly Option<bool> _json = StackArguments.JsonOption("The same as --format json");
    private readonly Option<bool> _list = new("--list")
    {
        Description = "All rules: id, grade, title, and what they are called elsewhere",
    };

    private readonly Option<string?> _explain = new("--explain")
    {
        Description = "One rule: why it is there, how to repair it, what it is called elsewhere",
        HelpName = "ID",
    };

    private readonly Option<string?> _program = new("--program")
    {
        Description = "A program in any language, as in infra preview. Default: the program of this repository",
        HelpName = "CMD",
    };

    /// <summary>Describes the command.</summary>
    public CheckCommand(Screen screen)
        : base(
            "check",
            "Asks the guardrails about a stack: what is wrong, what is allowed by a waiver in its file, what only a deployment will tell.",
            screen
        )
    {
        _stack = new StackArguments(this);
        foreach (var option in (Option[])[_all, _format, _json, _list, _explain, _program])
            Add(option);
    }

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples { get; } =
    [
        new("check dev", "what the guardrails say of the stack dev"),
        new("check --all", "of every stack, a line each, and what is to do"),
        new("check --explain RDS.3", "why a rule is there and how to repair it"),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var format = Format(arguments);
        if (arguments.GetValue(_list))
            return List(format);
        if (arguments.GetValue(_explain) is { } id)
            return Explain(id);
        // On the other processor, while the first plan is made here.
        _ = GuardrailWarmUp.StartAsync();
        var targets = Targets(arguments).ToList();
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        var (reports, code) = await ReportsAsync(targets, arguments.GetValue(_program), cancellationToken);
        Write(format, targets, reports);
        if (format == CheckFormat.Table)
            Screen.Out.WriteLine(Words.Time(System.Diagnostics.Stopwatch.GetElapsedTime(started)), Style.Faint);
        return code != ExitCodes.Fine ? code
            : reports.All(report => report.IsClean) ? ExitCodes.Fine
            : ExitCodes.Findings;
    }

    private async Task<(List<GuardrailReport> Reports, int Code)> ReportsAsync(
        List<StackTarget> targets,
        string? program,
        CancellationToken cancellationToken
    )
    {
        var reports = new List<GuardrailReport>();
        var code = ExitCodes.Fine;
        foreach (var target in targets)
        {
            var waivers = StackReview.Waivers(target);
            try
            {
                var plan = await ReviewedPlan.MakeAsync(target, program, cancellationToken);
                reports.Add(StackReview.Check(StackModel.Of(plan), waivers));
            }
            catch (CommandException failure)
            {
                // One stack that cannot be planned must not hide what the others say.
                Screen.Error.WriteLine(failure.Message);
                code = Math.Max(code, failure.ExitCode);
            }
        }
        return (reports, code);
    }

    private void Write(CheckFormat format, List<StackTarget> targets, List<GuardrailReport> reports)
    {
        var files = targets.ToDictionary(target => target.File.Stack, target => target.File.FileName, StringComparer.Ordinal);
        if (format != CheckFormat.Table)
            CheckTable.Write(Screen.Error, reports, brief: true);
        switch (format)
        {
            case CheckFormat.Json:
                Json.Write(Screen.Document, writer => CheckJson.Write(writer, reports));
                break;
            case CheckFormat.Sarif:
                Json.Write(Screen.Document, writer => CheckSarif.Write(writer, reports, files));
                break;
            case CheckFormat.Junit:
                CheckJunit.Write(Screen.Document, reports);
                break;
            default:
                CheckTable.Write(Screen.Out, reports, brief: reports.Count > 1);
                break;
        }
    }

    private int List(CheckFormat format)
    {
        if (format == CheckFormat.Json)
            Json.Write(Screen.Document, RuleList.Write);
        else
            RuleList.Write(Screen.Out);
        return ExitCodes.Fine;
    }

    private int Explain(string id)
    {
        var ids = GuardrailCatalog.All.Select(rule => rule.Id).ToList();
        var rule =
            GuardrailCatalog.Find(id)
            ?? throw new InputException(
                "--explain",
                [$"got {id}, want the id of a rule; {Suggestion.For(id, ids)} infra check --list shows all"]
            );
        RuleText.Write(Screen.Out, rule);
        return ExitCodes.Fine;
    }

    private List<StackTarget> Targets(ParseResult arguments)
    {
        var stack = arguments.GetValue(_stack.Stack);
        if (!arguments.GetValue(_all))
            return [_stack.Target(arguments)];
        if (stack is not null)
            throw new InputException("--all", [$"got the stack {stack} too, want one of both; leave one of them out"]);
        return StackTarget.All(arguments.GetValue(_stack.Project));
    }

    private CheckFormat Format(ParseResult arguments)
    {
        var word = arguments.GetValue(_json) ? "json" : arguments.GetValue(_format)!;
        return FormatWord.Read<CheckFormat>(word)
            ?? throw new InputException("--format", [$"got {word}, want table, json, sarif or junit"]);
    }
}
