using System.Collections.Immutable;
using System.CommandLine;
using Engine.Planning;
using Infra.Cli.Output;
using Infra.Cli.Previews;
using Infra.Cli.Programs;
using Infra.Cli.Stacks;
using Review.Export.Terraform;

namespace Infra.Cli.Commands;

/// <summary><c>infra export terraform</c>: a plan as <c>terraform show -json</c> prints one.</summary>
internal sealed class ExportTerraformCommand : InfraCommand
{
    // That of infra preview.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly StackArguments _stack;

    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "The file to write, all of it or nothing. Default: standard output",
        HelpName = "FILE",
    };

    private readonly Option<string?> _baseline = new("--baseline")
    {
        Description = "What is deployed, as in infra preview. Default: nothing, everything is created",
        HelpName = "FILE",
    };

    /// <summary>Describes the command.</summary>
    public ExportTerraformCommand(Screen screen)
        : base(
            "terraform",
            "Writes the plan of a stack as terraform show -json prints one, for Checkov, Trivy, OPA, Infracost and others that read those.",
            screen
        )
    {
        _stack = new StackArguments(this);
        Add(_output);
        Add(_baseline);
    }

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples { get; } =
    [
        new("export terraform prod -o plan.json", "then, for example: checkov -f plan.json"),
        new("export terraform dev", "the same on standard output"),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var target = _stack.Target(arguments);
        var output = arguments.GetValue(_output) is { } path ? new OutputFile(path) : null;
        var plan = TerraformPlan.Of(await PlanAsync(target, arguments.GetValue(_baseline), cancellationToken));
        if (output is null)
            Json.Write(Screen.Document, plan.Write);
        else
            output.Write(writer => Json.Write(writer, plan.Write));
        return Tell(plan, output);
    }

    private int Tell(TerraformPlan plan, OutputFile? output)
    {
        if (output is not null)
            Screen.Out.WriteLine($"{output.Path}: {Words.Count(plan.Count, "resource")}");
        if (plan.LeftOut.IsEmpty)
            return ExitCodes.Fine;
        Screen.Error.WriteLine(
            $"left out, no Terraform type is known for {Words.Count(plan.LeftOut.Length, "resource")}; docs/terraform-export.md says how to add one",
            Style.Change
        );
        foreach (var resource in plan.LeftOut)
            Screen.Error.WriteLine($"  {resource.Type} {resource.Name}");
        return ExitCodes.Findings;
    }

    private async Task<Plan> PlanAsync(StackTarget target, string? baseline, CancellationToken cancellationToken)
    {
        if (baseline is null)
            return await ReviewedPlan.MakeAsync(target, null, cancellationToken);
        var asked = new PreviewRequest
        {
            Baseline = baseline,
            Guardrails = false,
            Timeout = Patience,
        };
        var outcome = await new StackPreviews(asked, new BaselineSource(baseline, null)).OfAsync(target, cancellationToken);
        foreach (var warning in outcome.Warnings)
            Screen.Error.WriteLine($"warning: {warning}", Style.Change);
        if (!outcome.HasNoPlan)
            return outcome.Result.Plan;
        using var text = new StringWriter();
        var exit = PreviewFailure.Tell(new Terminal(text, false, null), target.File.FileName, outcome.Result);
        throw new CommandException(exit, text.ToString().TrimEnd('\n'));
    }
}
