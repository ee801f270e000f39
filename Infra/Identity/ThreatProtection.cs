namespace Infra.Identity;

/// <summary>What Cognito does about sign-ins that look like an attack. All but <see cref="Off"/> needs the plan Plus.</summary>
internal enum ThreatProtection
{
    /// <summary>Nothing, and nothing is measured.</summary>
    Off,

    /// <summary>It measures and reports, and stops nobody. AWS advises two weeks of it before the next step.</summary>
    Audit,

    /// <summary>It acts as the risk configuration says.</summary>
    Enforced,
}
