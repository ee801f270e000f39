using System.Collections.Immutable;
using System.CommandLine;
using Engine;
using Infra.Cli.Output;
using Infra.Cli.Output.Report;
using Infra.Cli.Previews;
using Infra.Cli.Programs;
using Infra.Cli.Stacks;
using Review.Changes;

namespace Infra.Cli.Commands;

/// <summary><c>infra report</c>: all that is known of a stack as one page.</summary>
internal sealed class ReportCommand : InfraCommand
{
    private readonly StackArguments _stack;

    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "The page to write, for example report.html",
        HelpName = "FILE",
    };

    private readonly Option<string?> _compare = new("--compare")
    {
        Description = "Another stack of the same system: how it differs is a part of the page",
        HelpName = "OTHER",
    };

    private readonly Option<string?> _baseline = new("--baseline")
    {
        Description = "What is deployed, as in infra preview: what a deployment would change is a part of the page",
        HelpName = "FILE",
    };

    /// <summary>Describes the command.</summary>
    public ReportCommand(Screen screen)
        : base(
            "report",
            "Writes one self-contained page about a stack: summary, resources with their properties, changes, guardrails, cost, settings, differences.",
            screen
        )
    {
        _stack = new StackArguments(this);
        foreach (var option in (Option[])[_output, _compare, _baseline])
            Add(option);
    }

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples { get; } =
    [
        new("report prod -o report.html", "a page to open in a browser, from a file, offline"),
        new("report staging -o report.html --compare prod", "the same, and how staging and prod differ"),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var target = _stack.Target(arguments);
        var other = arguments.GetValue(_compare) is { } name ? StackTarget.Of(arguments.GetValue(_stack.Project), name) : null;
        var output = arguments.GetValue(_output);
        ImmutableArray<string> problems =
        [
            .. ReportFile.Problems(output),
            .. other is not null && StackPair.Problem(target, other) is { } problem
                ? [$"--compare: {problem}"]
                : Array.Empty<string>(),
        ];
        if (!problems.IsEmpty)
            throw new InputException("infra report", problems);
        var report = await StackReports.OfAsync(
            target,
            other,
            await ChangesAsync(target, arguments.GetValue(_baseline), cancellationToken),
            cancellationToken
        );
        var bytes = WholeFile.Write(output!, new ReportPage(report).Write());
        Screen.Out.WriteLine(
            new Line()
                .Add(output!, Style.Strong)
                .Add($"  {Size(bytes)}, {Words.Count(Resources(report), "resource")} of {target.File.Stack}"),
            cut: false
        );
        return ExitCodes.Fine;
    }

    // What is deployed does not change what a stack is: only the changes are told against a baseline.
    private async Task<PlanChanges?> ChangesAsync(StackTarget target, string? baseline, CancellationToken cancellationToken)
    {
        if (baseline is not null)
            return (await BaselinePreview.OfAsync(Screen, target, baseline, cancellationToken)).Changes;
        foreach (var warning in target.Configuration.Warnings)
            Screen.Error.WriteLine($"warning: {warning}", Style.Change);
        return null;
    }

    private static int Resources(StackReport report) => report.Model.Resources.Count(resource => resource.State.Custom);

    private static string Size(long bytes) => FormattableString.Invariant($"{(bytes + 999) / 1000:N0} kB");
}
