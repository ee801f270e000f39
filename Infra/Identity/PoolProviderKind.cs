namespace Infra.Identity;

/// <summary>How another service tells who somebody is.</summary>
internal enum PoolProviderKind
{
    /// <summary>Google.</summary>
    Google,

    /// <summary>Any service with OpenID Connect, such as LINE. OAuth 2.0 alone (X) is not enough: Cognito wants an id token.</summary>
    Oidc,
}
