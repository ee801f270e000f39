using Infra.Identity;
using Infra.Validation;

namespace Infra.Settings.Identity;

/// <summary>Settings of the passwords.</summary>
internal sealed record PasswordSettings
{
    [Setting("The fewest characters.", Min = 8, Max = 99)]
    public int MinimumLength { get; init; } = 12;

    [Setting("How long the password of an invitation can be used.", Unit = "days", Min = 1, Max = 365)]
    public int TemporaryDays { get; init; } = 7;

    [Setting("Earlier passwords that cannot be used again. More than 0 needs the plan Essentials.", Min = 0, Max = 24)]
    public int HistorySize { get; init; }

    /// <summary>The same as the pool takes it.</summary>
    public PasswordPolicy Policy =>
        new()
        {
            MinimumLength = MinimumLength,
            TemporaryDays = TemporaryDays,
            HistorySize = HistorySize,
        };

    /// <summary>What Cognito or this program refuses.</summary>
    public IEnumerable<Problem> Validate() => Policy.Validate();
}
