using Infra.Identity;
using Infra.Validation;

namespace Infra.Settings.Identity;

/// <summary>Settings of the tokens.</summary>
internal sealed record TokenSettings
{
    [Setting("How long an access token is good; 15 to 60 is advised.", Unit = "minutes", Min = 5, Max = 1440)]
    public int AccessMinutes { get; init; } = 60;

    [Setting("How long an id token is good; 15 to 60 is advised.", Unit = "minutes", Min = 5, Max = 1440)]
    public int IdMinutes { get; init; } = 60;

    [Setting("After how long people must sign in again; 7 to 30 is advised.", Unit = "days", Min = 1, Max = 3650)]
    public int RefreshDays { get; init; } = 30;

    /// <summary>The same as a client takes it.</summary>
    public TokenLifetimes Lifetimes =>
        new()
        {
            AccessMinutes = AccessMinutes,
            IdMinutes = IdMinutes,
            RefreshDays = RefreshDays,
        };

    /// <summary>What Cognito or this program refuses.</summary>
    public IEnumerable<Problem> Validate() => Lifetimes.Validate();
}
