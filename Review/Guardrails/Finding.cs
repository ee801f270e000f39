using Review.Guardrails.Waivers;
using Review.Model;

namespace Review.Guardrails;

/// <summary>What one rule says of one resource.</summary>
public sealed record Finding(Guardrail Rule, Resource Resource, Verdict Verdict)
{
    /// <summary>The waiver that allows it. Default: none does.</summary>
    public Waiver? Waiver { get; init; }

    /// <summary>Whether somebody has to act: it fails, and nobody allowed that.</summary>
    public bool IsOpen => Verdict.Outcome == Outcome.Fail && Waiver is null;

    /// <summary>Whether it fails and that is allowed.</summary>
    public bool IsWaived => Verdict.Outcome == Outcome.Fail && Waiver is not null;
}
