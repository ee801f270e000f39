using Infra.Identity;

namespace Infra.Settings.Identity;

/// <summary>Settings of what the pool writes down.</summary>
internal sealed record UserPoolLogSettings
{
    [LogRetention("How long failed messages and sign-ins are kept.")]
    public int RetentionDays { get; init; } = 30;

    [Setting("Whether each sign-in is written down with its risk. Needs threat protection.")]
    public bool SignIns { get; init; } = true;

    /// <summary>The same as the pool takes it.</summary>
    public PoolLogs Logs => new() { RetentionDays = RetentionDays, SignIns = SignIns };
}
