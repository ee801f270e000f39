using Infra.Validation;

namespace Infra.Identity;

/// <summary>What a password must be. It always has small and capital letters, digits and symbols.</summary>
internal sealed record PasswordPolicy
{
    /// <summary>In characters. Default: 12.</summary>
    public int MinimumLength { get; init; } = 12;

    /// <summary>Days in which the password of an invitation must be used. Default: a week.</summary>
    public int TemporaryDays { get; init; } = 7;

    /// <summary>How many earlier passwords cannot be used again. Default: none is remembered, which every plan can.</summary>
    public int HistorySize { get; init; }

    /// <summary>What Cognito or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (MinimumLength is < 8 or > 99)
            yield return new(
                "minimumLength",
                MinimumLength,
                "8 to 99 characters",
                "Cognito would take 6, which is guessed in minutes"
            );
        if (TemporaryDays is < 1 or > 365)
            yield return new(
                "temporaryDays",
                TemporaryDays,
                "1 to 365 days",
                "an invitation nobody can accept in time is useless"
            );
        if (HistorySize is < 0 or > 24)
            yield return new("historySize", HistorySize, "0 to 24 passwords", "Cognito remembers no more");
    }
}
