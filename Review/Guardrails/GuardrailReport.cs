using System.Collections.Immutable;

namespace Review.Guardrails;

/// <summary>What all rules say of a stack.</summary>
/// <param name="Stack">The stack.</param>
/// <param name="Findings">What each rule says of each resource that it is about, by rule and then by resource.</param>
/// <param name="Notes">What is wrong with the waivers themselves: unused or expired ones.</param>
/// <param name="Rules">How many rules were asked.</param>
public sealed record GuardrailReport(string Stack, ImmutableArray<Finding> Findings, ImmutableArray<string> Notes, int Rules)
{
    /// <summary>What somebody has to act on, the worst first.</summary>
    public ImmutableArray<Finding> Open { get; } =
    [.. Findings.Where(finding => finding.IsOpen).OrderByDescending(finding => finding.Rule.Grade)];

    /// <summary>What fails and is allowed.</summary>
    public ImmutableArray<Finding> Waived { get; } = [.. Findings.Where(finding => finding.IsWaived)];

    /// <summary>What only the deployment will tell.</summary>
    public ImmutableArray<Finding> Unknown { get; } =
    [.. Findings.Where(finding => finding.Verdict.Outcome == Outcome.CannotKnow)];

    /// <summary>How many rules came out how.</summary>
    public GuardrailCounts Counts { get; } = GuardrailCounts.Of(Findings, Rules);

    /// <summary>Whether nothing has to be done.</summary>
    public bool IsClean => Open.IsEmpty && Notes.IsEmpty;
}
