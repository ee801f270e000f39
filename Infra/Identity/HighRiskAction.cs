namespace Infra.Identity;

/// <summary>What happens to a sign-in that is most likely an attack.</summary>
internal enum HighRiskAction
{
    /// <summary>It must be confirmed with the authenticator app; who has none is turned away.</summary>
    MfaRequired,

    /// <summary>It is turned away, even with the right second factor.</summary>
    Block,
}
