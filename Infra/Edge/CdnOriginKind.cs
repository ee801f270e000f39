namespace Infra.Edge;

/// <summary>How CloudFront asks an origin.</summary>
internal enum CdnOriginKind
{
    /// <summary>Over TLS 1.2 or newer: the host must be one of its certificate, or the viewer's host is forwarded and is one.</summary>
    Https,

    /// <summary>In the clear; only an unprotected stack may, which has no certificate for a load balancer.</summary>
    Http,

    /// <summary>A private bucket, asked with signed requests (origin access control).</summary>
    Bucket,
}
