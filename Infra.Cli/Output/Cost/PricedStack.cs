using Infra.Cli.Stacks;
using Review.Cost;
using Review.Cost.Savings;
using Review.Model;

namespace Infra.Cli.Output.Cost;

/// <summary>A stack and what it costs.</summary>
/// <param name="Target">The stack.</param>
/// <param name="Model">What it would be.</param>
/// <param name="Options">How it was priced.</param>
/// <param name="Estimate">What it costs.</param>
internal sealed record PricedStack(StackTarget Target, StackModel Model, CostOptions Options, CostEstimate Estimate)
{
    private SavingsReport? _savings;

    /// <summary>What it could cost less; priced when it is asked for, as not every form of an answer shows it.</summary>
    public SavingsReport Savings => _savings ??= SavingsReport.Of(Model, Options, Estimate);

    /// <summary>What to say of its budget.</summary>
    public string Budget => Budgets.Advice(Model, Estimate);

    /// <summary>How much more than what is deployed. Default: nothing is compared.</summary>
    public CostDifference? Difference { get; init; }

    /// <summary>The system it builds, as far as its file says.</summary>
    public string? System => Target.Plain($"{Target.Project.Name}:system");
}
