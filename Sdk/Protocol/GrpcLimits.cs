namespace Protocol;

/// <summary>The bounds both sides keep.</summary>
public static class GrpcLimits
{
    /// <summary>
    /// The largest message in bytes, each way: 400 MiB, which is what Pulumi's engine and its language SDKs set on every
    /// connection. A larger one ends the call with <see cref="GrpcStatusCode.ResourceExhausted"/>.
    /// </summary>
    public const int MaxMessageBytes = 400 * 1024 * 1024;

    /// <summary>
    /// The longest status detail in bytes on the wire, 32 KiB. Clients bound the header block they accept (64 KiB in .NET and in
    /// Node); a longer detail would lose them the status as well, so the server cuts it.
    /// </summary>
    public const int MaxDetailBytes = 32 * 1024;
}
