using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Engine;
using Infra.Cli.Output;

namespace Infra.Cli.Commands;

/// <summary>The options of <c>infra preview</c>.</summary>
internal sealed class PreviewArguments
{
    /// <summary>How long a program may be silent, in seconds, where nobody says it.</summary>
    public const int DefaultSeconds = 60;

    private readonly Option<bool> _json = StackArguments.JsonOption(
        "The plan as pulumi preview --json prints it, to standard output"
    );

    private readonly Option<bool> _diff = new("--diff") { Description = "Every change property by property, old and new" };

    private readonly Option<bool> _expand = new("--expand") { Description = "Every resource with every property" };

    private readonly Option<string?> _filter = new("--filter")
    {
        Description = "Only resources whose type begins so, for example aws:rds",
        HelpName = "TYPE",
    };

    private readonly Option<string?> _save = new("--save")
    {
        Description = "Keeps the plan in a file, a baseline for later",
        HelpName = "FILE",
    };

    private readonly Option<string?> _baseline = new("--baseline")
    {
        Description = "What is deployed: a plan of --save or a pulumi stack export. Default: nothing, everything is new",
        HelpName = "FILE",
    };

    private readonly Option<string?> _against = new("--against")
    {
        Description =
            "Compares with what an earlier revision would deploy, for example origin/main; its program is built where it differs",
        HelpName = "REVISION",
    };

    private readonly Option<bool> _all = new("--all") { Description = "All stacks of the project, one after the other" };

    private readonly Option<bool> _markdown = new("--markdown")
    {
        Description = "The changes as one comment for a pull request, to standard output; with --against or --baseline",
    };

    private readonly Option<string?> _program = new("--program")
    {
        Description =
            "A program in any language: a command line (docs/cli.md has the one for Node) or Shop.dll. Default: the program of this repository",
        HelpName = "CMD",
    };

    private readonly Option<string?> _timeout = new("--timeout")
    {
        Description = $"How long the program may be silent before it is stopped. Default: {DefaultSeconds}",
        HelpName = "SECONDS",
    };

    private readonly Option<bool> _noGuardrails = new("--no-guardrails")
    {
        Description = "Leaves the guardrails out, for scripts that want the plan only",
    };

    private readonly Option<bool> _noCost = new("--no-cost") { Description = "Leaves out what the stack costs" };

    private readonly Option<string[]> _approve = new("--approve-replace")
    {
        Description = "A resource whose data may be destroyed, by name; may be given several times",
        HelpName = "NAME",
        DefaultValueFactory = _ => [],
    };

    /// <summary>Adds the options to a command.</summary>
    public PreviewArguments(Command command)
    {
        Option[] options =
        [
            _json,
            _diff,
            _expand,
            _filter,
            _save,
            _baseline,
            _against,
            _all,
            _markdown,
            _program,
            _timeout,
            _noGuardrails,
            _noCost,
            _approve,
        ];
        foreach (var option in options)
            command.Add(option);
    }

    /// <summary>What was asked.</summary>
    /// <exception cref="InputException">It contradicts itself; with every problem.</exception>
    public PreviewRequest Read(ParseResult arguments, bool namesStack)
    {
        var asked = Read(arguments);
        var problems = Contradictions(asked, namesStack).ToImmutableArray();
        return problems.IsEmpty ? asked : throw new InputException("infra preview", problems);
    }

    private static IEnumerable<string> Contradictions(PreviewRequest asked, bool namesStack)
    {
        if (asked is { Baseline: not null, Against: not null })
            yield return "--baseline and --against: got both, want one thing to compare with; leave one out";
        if (asked is { Json: true, Markdown: true })
            yield return "--json and --markdown: got both, want one document on standard output; leave one out";
        if (asked is { Markdown: true, Baseline: null, Against: null })
            yield return "--markdown: got nothing to compare with, want --against origin/main or --baseline FILE; a comment tells changes";
        if (!asked.All)
            yield break;
        if (namesStack)
            yield return "--all: got a stack beside it, want one of both";
        if (asked.Json)
            yield return "--all: got --json, which is the document of one stack; ask for one after the other";
        if (asked.Baseline is not null || asked.Save is not null)
            yield return "--all: got a file, which is of one stack; compare all stacks with --against";
    }

    private PreviewRequest Read(ParseResult arguments) =>
        new()
        {
            Json = arguments.GetValue(_json),
            Detail = new TreeDetail(arguments.GetValue(_diff), arguments.GetValue(_expand)),
            Filter = arguments.GetValue(_filter),
            Save = arguments.GetValue(_save),
            Baseline = arguments.GetValue(_baseline),
            Against = arguments.GetValue(_against),
            All = arguments.GetValue(_all),
            Markdown = arguments.GetValue(_markdown),
            Program = arguments.GetValue(_program),
            Guardrails = !arguments.GetValue(_noGuardrails),
            Cost = !arguments.GetValue(_noCost),
            Timeout = Seconds(arguments.GetValue(_timeout)),
            Approved = arguments.GetValue(_approve) ?? [],
        };

    private static TimeSpan Seconds(string? text) =>
        text is null ? TimeSpan.FromSeconds(DefaultSeconds)
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 1e6
            ? TimeSpan.FromSeconds(seconds)
        : throw new InputException("--timeout", [$"got {text}, want a number of seconds above 0, for example 90"]);
}
