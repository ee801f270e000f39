using Engine.Documents;
using Engine.Planning;
using Infra.Cli.Output;
using Infra.Cli.Stacks;
using Review.Changes;
using Review.Model;

namespace Infra.Cli.Deploying;

/// <summary>What taking a stack away would take away.</summary>
/// <param name="Plan">A deletion of everything that is deployed.</param>
internal sealed record DestroyReview(Plan Plan)
{
    /// <summary>Reads it from the state; the program has no say in it.</summary>
    public static DestroyReview Of(StackTarget target, DeploymentDocument state) =>
        new(
            new Plan
            {
                Project = target.Project.Name,
                Stack = target.File.Stack,
                Steps = [.. new BaselinePlanner(state.ToBaseline()).Finish(static _ => { })],
            }
        );

    /// <summary>The resources that are deleted, components and providers left out.</summary>
    public int Resources => Plan.Steps.Count(step => step is { Op: StepOp.Delete, Internal: false, State.Custom: true });

    /// <summary>The steps as the engine will do them.</summary>
    public IEnumerable<EngineStep> Steps =>
        Plan
            .Steps.Where(step => !step.Internal)
            .Select(step => new EngineStep(step.Op, step.Urn, step.State.Type, step.State.Parent));

    /// <summary>What keeps it from being done: resources that are protected.</summary>
    public IEnumerable<string> Problems(StackTarget target) =>
        Plan
            .Steps.Where(step => step.State.Protect)
            .Select(step =>
                $"protected: {Names.Of(step.Urn)}; set protect: false under settings in {target.File.FileName} and run infra up {target.File.Stack} first"
            );

    /// <summary>Shows what is lost for good, and how many of what goes.</summary>
    public void Tell(Terminal terminal)
    {
        var lost = new PlanChanges(Plan).Destroying;
        if (lost.Length > 0)
        {
            terminal.WriteLine($"! {Words.Count(lost.Length, "resource")} with data", Style.Danger);
            foreach (var step in lost)
                terminal.WriteLine(
                    new Line()
                        .Add("  - ", Style.Danger)
                        .Add(Names.Of(step.Urn), Style.Strong)
                        .PadTo(56)
                        .Add($"  loses {StatefulTypes.Loss(step.State.Type) ?? "what it serves"}", Style.Danger),
                    cut: false
                );
            terminal.WriteLine();
        }
        var kept = Plan.Steps.Where(step => step.Old is { RetainOnDelete: true }).Select(step => Names.Of(step.Urn)).ToList();
        if (kept.Count > 0)
            terminal.WriteLine($"Stays in AWS, and goes on costing: {string.Join(", ", kept)}", Style.Change);
        terminal.WriteLine(
            $"Destroy    {Words.Count(Resources, "resource")}: {Nouns.Count(Plan.Steps.Where(step => step.State.Custom && !step.Internal).Select(step => step.State))}",
            Style.Strong
        );
    }
}
