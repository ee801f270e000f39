namespace Bench;

/// <summary>What a review adds to a preview; fastest runs in milliseconds, taken in turn.</summary>
/// <param name="Name">What was previewed.</param>
/// <param name="Resources">How many resources; 0 for real stacks.</param>
/// <param name="Plain">With <c>--no-guardrails --no-cost</c>.</param>
/// <param name="Guardrails">With <c>--no-cost</c>.</param>
/// <param name="Cost">With <c>--no-guardrails</c>.</param>
/// <param name="Graph"><c>infra graph</c>, which draws instead of writing the tree; only of this repository's own program.</param>
internal sealed record ReviewRow(string Name, int Resources, double Plain, double Guardrails, double Cost, double? Graph);
