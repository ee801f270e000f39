using Infra.Cli.Stacks;
using Review.Cost;
using Review.Cost.Savings;

namespace Infra.Cli.Output.Cost;

/// <summary>A stack and what it costs.</summary>
/// <param name="Target">The stack.</param>
/// <param name="Estimate">What it costs.</param>
/// <param name="Savings">What it could cost less.</param>
internal sealed record PricedStack(StackTarget Target, CostEstimate Estimate, SavingsReport Savings)
{
    /// <summary>How much more than what is deployed. Default: nothing is compared.</summary>
    public CostDifference? Difference { get; init; }

    /// <summary>What to say of its budget.</summary>
    public required string Budget { get; init; }

    /// <summary>The system it builds, as far as its file says.</summary>
    public string? System => Target.Plain($"{Target.Project.Name}:system");
}
