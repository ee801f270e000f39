using System.Collections.Immutable;
using Engine.Documents;
using Engine.Model;
using Engine.Planning;
using Infra.Cli.Deploying.Progress;
using Infra.Cli.Output;
using Pulumi.Automation;

namespace Infra.Cli.Deploying;

/// <summary>What Pulumi's own engine would do, step by step. Only it has asked the providers.</summary>
/// <param name="Steps">The steps that do something, in the order in which they start, one for each resource.</param>
internal sealed record EnginePreview(ImmutableArray<EngineStep> Steps)
{
    private const int Shown = 10;

    /// <summary>Asks the engine.</summary>
    /// <exception cref="CommandException">Its preview failed.</exception>
    public static async Task<EnginePreview> OfAsync(
        DeployedStack stack,
        UpRequest asked,
        Terminal terminal,
        CancellationToken cancellationToken
    )
    {
        var events = new EngineLog(stack.Name);
        try
        {
            await stack.Stack.PreviewAsync(
                new PreviewOptions
                {
                    OnEvent = events.Take,
                    Color = "never",
                    Refresh = asked.Refresh ? true : null,
                    Parallel = asked.Parallel,
                },
                cancellationToken
            );
        }
        catch (Exception failure) when (DeployFailure.Of(stack.Name, failure, events.TellErrors(terminal)) is { } told)
        {
            throw told;
        }
        return new([.. events.Steps]);
    }

    /// <summary>What destroys data and nobody approved, because our own review did not see it coming.</summary>
    /// <param name="state">What is deployed: what a stack lets go of without deleting it is not lost.</param>
    /// <param name="approved">Names of resources whose data may be destroyed.</param>
    public IEnumerable<string> Unapproved(DeploymentDocument state, IReadOnlyCollection<string> approved)
    {
        var retained = state.Resources.Where(old => old.RetainOnDelete).Select(old => old.Urn).ToHashSet(StringComparer.Ordinal);
        foreach (var step in Steps.Where(step => step.Op is StepOp.Replace or StepOp.Delete && !retained.Contains(step.Urn)))
            if (
                StatefulTypes.Loss(step.Type) is { } loss
                && !approved.Any(name => name == step.Urn || name == Urns.Name(step.Urn))
            )
                yield return $"data: Pulumi's own preview would {step.Op.Word()} {Names.Of(step.Urn)}, which loses {loss}, want that approved; --approve-replace {ValueText.Quoted(Urns.Name(step.Urn))}";
    }

    /// <summary>Where it would do something else than our own review says; of many the first few, and how many more.</summary>
    /// <param name="reviewed">The steps of the review.</param>
    public IReadOnlyList<string> Differences(ImmutableArray<PlannedStep> reviewed)
    {
        var all = AllDifferences(reviewed).ToList();
        return all.Count <= Shown
            ? all
            : [.. all.Take(Shown), $"and {all.Count - Shown} more differences between the review and Pulumi's own preview"];
    }

    private IEnumerable<string> AllDifferences(ImmutableArray<PlannedStep> reviewed)
    {
        var ours = Ops(reviewed.Select(step => (step.Urn, step.Op)));
        var theirs = Ops(Steps.Select(step => (step.Urn, step.Op.Word())));
        foreach (var urn in ours.Keys.Concat(theirs.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            if (ours.GetValueOrDefault(urn) is var mine && theirs.GetValueOrDefault(urn) is var its && mine != its)
                yield return $"{Names.Of(urn)}: the review says {mine ?? "nothing"}, Pulumi's own preview {its ?? "nothing"}";
    }

    // The stack, providers and what is only read are bookkeeping: no reviewer looks at them.
    private static Dictionary<string, string> Ops(IEnumerable<(string Urn, string Op)> steps) =>
        steps
            .Where(step => step.Op is not ("read" or "same" or "discard"))
            .Where(step => Urns.Type(step.Urn) is var type && type != Urns.StackType && !Urns.IsProviderType(type))
            .GroupBy(step => step.Urn, StringComparer.Ordinal)
            .ToDictionary(step => step.Key, step => step.First().Op, StringComparer.Ordinal);
}
