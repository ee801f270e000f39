namespace Infra.Identity;

/// <summary>What is done about attacks on accounts. Stolen passwords that Cognito knows of are always turned away.</summary>
internal sealed record PoolThreats
{
    /// <summary>Default: it acts.</summary>
    public ThreatProtection Mode { get; init; } = ThreatProtection.Enforced;

    /// <summary>Default: a second factor is asked for.</summary>
    public HighRiskAction HighRisk { get; init; } = HighRiskAction.MfaRequired;

    /// <summary>Whether people hear by e-mail of odd sign-ins to their account; only where the pool sends through SES. Default: true.</summary>
    public bool Notify { get; init; } = true;
}
