using System.Collections.Immutable;
using System.CommandLine;
using Engine;
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
        var output = arguments.GetValue(_output);
        if (output is not null && WholeFile.Problems(output).ToImmutableArray() is { IsEmpty: false } problems)
            throw new InputException("infra export terraform", problems);
        var plan = TerraformPlan.Of(await PlanAsync(target, arguments.GetValue(_baseline), cancellationToken));
        if (output is null)
            Json.Write(Screen.Document, plan.Write);
        else
            WholeFile.Write(output, writer => Json.Write(writer, plan.Write));
        return Tell(plan, output);
    }

    private int Tell(TerraformPlan plan, string? output)
    {
        if (output is not null)
            Screen.Out.WriteLine($"{output}: {Words.Count(plan.Count, "resource")}");
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

    private async Task<Plan> PlanAsync(StackTarget target, string? baseline, CancellationToken cancellationToken) =>
        baseline is null
            ? await ReviewedPlan.MakeAsync(target, null, cancellationToken)
            : (await BaselinePreview.OfAsync(Screen, target, baseline, cancellationToken)).Result.Plan;
}
