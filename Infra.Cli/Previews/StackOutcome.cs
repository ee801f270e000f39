using System.Collections.Immutable;
using Engine.Planning;
using Engine.Previewing;
using Infra.Cli.Programs;
using Infra.Cli.Stacks;
using Review.Changes;
using Review.Cost;
using Review.Guardrails;
using Review.Guardrails.Waivers;
using Review.Model;

namespace Infra.Cli.Previews;

/// <summary>What came of the preview of one stack.</summary>
/// <param name="Target">The stack.</param>
/// <param name="Result">The plan.</param>
/// <param name="Compares">Whether it was made against a baseline.</param>
/// <param name="Waivers">What the stack's file allows to break a guardrail; nothing where guardrails are left out.</param>
/// <param name="Warnings">What should be looked at although it is no error.</param>
internal sealed record StackOutcome(
    StackTarget Target,
    PreviewResult Result,
    bool Compares,
    ImmutableArray<Waiver>? Waivers,
    IReadOnlyList<string> Warnings
)
{
    private PlanChanges? _changes;
    private GuardrailReport? _guardrails;
    private StackModel? _model;
    private CostEstimate? _cost;
    private CostEstimate? _costBefore;

    /// <summary>The plan, sorted for a review.</summary>
    public PlanChanges Changes => _changes ??= new PlanChanges(Result.Plan);

    /// <summary>What the guardrails say of what the preview knows. Default: nothing, they were left out.</summary>
    public GuardrailReport? Guardrails => Waivers is { } waivers ? _guardrails ??= StackReview.Check(Model, waivers) : null;

    /// <summary>What they said before, by the waivers of then. Default: nothing is known of that.</summary>
    public GuardrailReport? GuardrailsBefore { get; init; }

    /// <summary>The waivers of before. Default: none.</summary>
    public ImmutableArray<Waiver> WaiversBefore { get; init; } = [];

    /// <summary>Whether it is said what the stack costs.</summary>
    public bool Costs { get; init; }

    /// <summary>What is deployed. Default: nothing is known of that.</summary>
    public Baseline? Deployed { get; init; }

    /// <summary>What it would cost. Default: nothing, that was left out.</summary>
    public CostEstimate? Cost => Costs ? _cost ??= CostEstimate.Of(Model) : null;

    /// <summary>What it costs as it is deployed. Default: nothing is known of that, or it was left out.</summary>
    public CostEstimate? CostBefore =>
        Costs && Deployed is { } deployed
            ? _costBefore ??= CostEstimate.Of(StackModel.Of(Result.Plan.Stack, Result.Plan.Config, deployed))
            : null;

    /// <summary>Whether there is no plan at all, only errors.</summary>
    public bool HasNoPlan => Result.Failed && Result.ExitCode != 0;

    private StackModel Model => _model ??= StackModel.Of(Result.Plan);
}
