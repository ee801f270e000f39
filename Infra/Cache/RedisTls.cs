namespace Infra.Cache;

/// <summary>Who speaks TLS to the cache, which takes its AUTH token over nothing else.</summary>
internal enum RedisTls
{
    /// <summary>A proxy beside the application, for one that speaks plain Redis only.</summary>
    Sidecar,

    /// <summary>The application.</summary>
    Native,
}
