using Infra.Validation;

namespace Infra.Edge;

/// <summary>What a distribution tells browsers about how careful to be. It stands above what origins say.</summary>
internal sealed record CdnHeaders
{
    // What browsers' lists of sites ask for; a shorter promise is not taken into them.
    private const int PreloadDays = 365;

    /// <summary>Days for which a browser asks this host and all below it only over https. Default: two years.</summary>
    public int HstsDays { get; init; } = 730;

    /// <summary>Whether browsers may be shipped with that promise. Default: false; it takes months to be taken back.</summary>
    public bool HstsPreload { get; init; }

    /// <summary>What a page may load, as a Content-Security-Policy. Default: none, the origin says.</summary>
    public string? ContentSecurityPolicy { get; init; }

    /// <summary>What other sites learn of where a person comes from. Default: this host, never a path or a query.</summary>
    public string ReferrerPolicy { get; init; } = "strict-origin-when-cross-origin";

    /// <summary>Which pages of other sites may read what the distribution answers itself. Default: none.</summary>
    public CdnCors? Cors { get; init; }

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        foreach (var problem in Cors?.Validate() ?? [])
            yield return problem.Under("cors");
        if (HstsDays is < 1 or > 3650)
            yield return new(
                "hstsDays",
                HstsDays,
                "1 to 3650",
                "people would be led to https by a request in the clear each time"
            );
        if (HstsPreload && HstsDays < PreloadDays)
            yield return new(
                "hstsDays",
                HstsDays,
                $"{PreloadDays} or more while hstsPreload is true",
                "browsers' lists ask for it"
            );
        if (ContentSecurityPolicy is "")
            yield return new("contentSecurityPolicy", "", "a policy", "or leave it out");
        if (ReferrerPolicy is not ("no-referrer" or "same-origin" or "strict-origin" or "strict-origin-when-cross-origin"))
            yield return new(
                "referrerPolicy",
                ReferrerPolicy,
                "no-referrer, same-origin, strict-origin or strict-origin-when-cross-origin",
                "the others tell other sites what was asked here"
            );
    }
}
