using Infra.Edge;

namespace Infra.Settings.Edge;

/// <summary>Settings of what browsers are told.</summary>
internal sealed record CdnHeaderSettings
{
    [Setting("How long browsers ask the host and all below it only over https.", Unit = "days", Min = 1, Max = 3650)]
    public int HstsDays { get; init; } = 730;

    [Setting("Whether browsers may be shipped with that promise. It takes months to be taken back.")]
    public bool HstsPreload { get; init; }

    [Setting("What a page may load. Without one the application says.", Form = "a Content-Security-Policy")]
    public string? ContentSecurityPolicy { get; init; }

    [Setting(
        "What other sites learn of where a person comes from.",
        Words = ["no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"]
    )]
    public string ReferrerPolicy { get; init; } = "strict-origin-when-cross-origin";

    /// <summary>The same for a distribution.</summary>
    public CdnHeaders ToHeaders() =>
        new()
        {
            HstsDays = HstsDays,
            HstsPreload = HstsPreload,
            ContentSecurityPolicy = ContentSecurityPolicy,
            ReferrerPolicy = ReferrerPolicy,
        };
}
