using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using Engine.Documents;
using Engine.Previewing;
using Infra.Cli.Output;
using Infra.Cli.Output.Guardrails;
using Infra.Cli.Programs;
using Infra.Cli.Stacks;
using Review.Model;

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
        var started = Stopwatch.GetTimestamp();
        var asked = _arguments.Read(arguments);
        var target = _stack.Target(arguments);
        var baseline = Baseline(target, asked.Baseline);
        var waivers = StackReview.Waivers(target);
        var options = StackPreview.Options(target, ProgramChoice.For(target.Project, asked.Program), baseline);
        var result = await Preview.RunAsync(options with { Timeout = asked.Timeout }, cancellationToken);
        foreach (var warning in target.Configuration.Warnings.Concat(Warnings(baseline)))
            Screen.Error.WriteLine($"warning: {warning}", Style.Change);
        if (asked.Json)
            Screen.WriteDocument(stream => PreviewDocument.Write(stream, result.Plan));
        if (result.Failed && result.ExitCode != 0)
            return PreviewFailure.Tell(Screen.Error, target.File.FileName, result);
        if (asked.Save is { } file)
            PlanFile.Save(file, result.Plan);
        var people = Screen.People(asked.Json);
        PlanReport.Write(people, result.Plan, baseline is not null, asked.Detail, asked.Filter);
        if (asked.Guardrails)
            PreviewGuardrails.Write(people, StackReview.Check(StackModel.Of(result.Plan), waivers));
        people.WriteLine(Words.Time(Stopwatch.GetElapsedTime(started)), Style.Faint);
        return PreviewFailure.Verdict(Screen.Error, result, asked.Approved);
    }

    private static DeploymentDocument? Baseline(StackTarget target, string? file)
    {
        if (file is null)
            return null;
        var document = DeploymentDocument.Load(file);
        document.Require(target.Project.Name, target.File.Stack);
        return document;
    }

    // A saved plan never holds secrets; that they stay closed is as it should be.
    private static ImmutableArray<string> Warnings(DeploymentDocument? baseline) =>
        baseline is null or { IsPlan: true } ? [] : baseline.Warnings;
}
