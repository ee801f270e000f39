using Infra.Edge;

namespace Infra.Settings.Edge;

/// <summary>Settings of the secret by which origins know the CDN.</summary>
internal sealed record OriginSecretSettings
{
    [Setting(
        "Version of the secret; a higher one is another. Raise it together with acceptPrevious, or requests fail for minutes: "
            + "docs/runbooks/cdn.md has the steps.",
        Min = 1,
        Max = 1_000_000
    )]
    public int Version { get; init; } = 1;

    [Setting("Whether origins take the version before too. Only for the time of a change.")]
    public bool AcceptPrevious { get; init; }

    /// <summary>A secret with these settings.</summary>
    public OriginSecretArgs ToArgs() => new() { Version = Version, AcceptPrevious = AcceptPrevious };
}
