using Infra.Validation;

namespace Infra.Identity;

/// <summary>How long tokens are good.</summary>
internal sealed record TokenLifetimes
{
    private const int DayMinutes = 1440;
    private const int MostRefreshDays = 3650;

    /// <summary>Minutes for which an access token is good; taking it back before does not stop APIs that only check its signature. Default: 60.</summary>
    public int AccessMinutes { get; init; } = 60;

    /// <summary>Minutes for which an id token is good. Default: 60.</summary>
    public int IdMinutes { get; init; } = 60;

    /// <summary>Days after which people must sign in again. Default: 30.</summary>
    public int RefreshDays { get; init; } = 30;

    /// <summary>What Cognito refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (AccessMinutes is < 5 or > DayMinutes)
            yield return new(
                "accessMinutes",
                AccessMinutes,
                $"5 to {DayMinutes} minutes",
                "Cognito makes no other access tokens"
            );
        if (IdMinutes is < 5 or > DayMinutes)
            yield return new("idMinutes", IdMinutes, $"5 to {DayMinutes} minutes", "Cognito makes no other id tokens");
        if (RefreshDays is < 1 or > MostRefreshDays)
            yield return new("refreshDays", RefreshDays, $"1 to {MostRefreshDays} days", "it must outlive the other tokens");
    }

    /// <summary>What is allowed and yet unwise: a token that leaks is worth more the longer it is good, and one too short annoys people.</summary>
    public IEnumerable<string> Doubts()
    {
        if (AccessMinutes is < 15 or > 60)
            yield return $"access tokens are good for {AccessMinutes} minutes; 15 to 60 is advised";
        if (IdMinutes is < 15 or > 60)
            yield return $"id tokens are good for {IdMinutes} minutes; 15 to 60 is advised";
        if (RefreshDays is < 7 or > 30)
            yield return $"refresh tokens are good for {RefreshDays} days; 7 to 30 is advised";
    }
}
