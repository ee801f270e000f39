using Infra.Validation;

namespace Infra.Edge;

/// <summary>What an <see cref="OriginSecret"/> needs.</summary>
internal sealed record OriginSecretArgs
{
    /// <summary>A higher version is another secret. Default: 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Whether origins take the secret of the version before too. Default: false.</summary>
    public bool AcceptPrevious { get; init; }

    /// <summary>The header. Default: <see cref="OriginHeader.DefaultName"/>.</summary>
    public string HeaderName { get; init; } = OriginHeader.DefaultName;

    /// <summary>What this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (Version < 1)
            yield return new("version", Version, "1 or more", "count up from 1");
        if (AcceptPrevious && Version == 1)
            yield return new("acceptPrevious", true, "false in version 1", "there is no version before");
        if (HeaderName.Length == 0 || !HeaderName.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
            yield return new("headerName", HeaderName, "letters, digits and hyphens", $"for example {OriginHeader.DefaultName}");
        else if (
            HeaderName.StartsWith("X-Amz-", StringComparison.OrdinalIgnoreCase)
            || HeaderName.StartsWith("X-Edge-", StringComparison.OrdinalIgnoreCase)
        )
            yield return new(
                "headerName",
                HeaderName,
                "none of AWS's own",
                $"CloudFront refuses it; take {OriginHeader.DefaultName}"
            );
    }
}
