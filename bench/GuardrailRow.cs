namespace Bench;

/// <summary>What the guardrails add to a preview.</summary>
/// <param name="Name">What was previewed.</param>
/// <param name="Resources">How many resources; 0 for real stacks.</param>
/// <param name="With">With the guardrails.</param>
/// <param name="Without">With <c>--no-guardrails</c>, in the same run.</param>
internal sealed record GuardrailRow(string Name, int Resources, Measurement With, Measurement Without)
{
    /// <summary>How much longer it takes, of the time without; of the fastest runs, which other work on the machine disturbs least.</summary>
    public double Added => With.Fastest / Without.Fastest - 1;
}
