namespace Infra.Serverless;

/// <summary>Who may call a route.</summary>
internal enum ApiAuth
{
    /// <summary>Signed-in users of the pool: API Gateway itself turns everybody else away.</summary>
    Users,

    /// <summary>Anybody, for example what asks whether the API is healthy.</summary>
    Anybody,
}
