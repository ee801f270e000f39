namespace Review.Guardrails;

/// <summary>How many rules came out how; a rule counts once, by the worst that it says of any resource.</summary>
/// <param name="Pass">Right everywhere.</param>
/// <param name="Fail">Wrong somewhere, and nobody allowed that.</param>
/// <param name="Waived">Wrong only where that is allowed.</param>
/// <param name="CannotKnow">Not wrong, but not known everywhere.</param>
/// <param name="NotApplicable">About nothing that is in the stack.</param>
public sealed record GuardrailCounts(int Pass, int Fail, int Waived, int CannotKnow, int NotApplicable)
{
    /// <summary>Counts findings.</summary>
    /// <param name="findings">What the rules said.</param>
    /// <param name="rules">How many rules were asked.</param>
    public static GuardrailCounts Of(IEnumerable<Finding> findings, int rules)
    {
        var (pass, fail, waived, unknown) = (0, 0, 0, 0);
        foreach (var rule in findings.GroupBy(finding => finding.Rule))
            if (rule.Any(finding => finding.IsOpen))
                fail++;
            else if (rule.Any(finding => finding.IsWaived))
                waived++;
            else if (rule.Any(finding => finding.Verdict.Outcome == Outcome.CannotKnow))
                unknown++;
            else
                pass++;
        return new(pass, fail, waived, unknown, rules - pass - fail - waived - unknown);
    }
}
