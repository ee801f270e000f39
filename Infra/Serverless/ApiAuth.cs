namespace Infra.Serverless;

/// <summary>Who may call a route.</summary>
internal enum ApiAuth
{
    /// <summary>Signed-in users of the pool: API Gateway itself turns everybody else away.</summary>
    Users,

    /// <summary>Anybody, for example what asks whether the API is healthy.</summary>
    Anybody,

    /// <summary>Whoever brings a token that the API's own <see cref="ApiAuthorizer"/> accepts.</summary>
    Token,
}
