using Infra.Protection;
using Infra.Settings.Data;
using Infra.Validation;

namespace Infra.Settings.Protection;

/// <summary>Targets of recovery, which the settings of database and backups are measured by.</summary>
internal sealed record RecoverySettings
{
    [Setting(
        "How long it may take until the system works again after its database was lost (RTO). What it takes is estimated from the storage.",
        Unit = "hours",
        Min = 1,
        Max = 168
    )]
    public int RtoHours { get; init; } = 4;

    [Setting(
        "How many minutes of changes may be lost then (RPO). Point-in-time restore loses five.",
        Unit = "minutes",
        Min = 5,
        Max = 44_640
    )]
    public int RpoMinutes { get; init; } = 60;

    /// <summary>What the settings come to.</summary>
    /// <param name="database">The database.</param>
    /// <param name="backup">The backups besides those of RDS; nothing where a system has none.</param>
    public static RecoveryObjectives Objectives(DatabaseSettings database, BackupSettings? backup) =>
        new()
        {
            BackupDays = database.BackupDays,
            MultiAz = database.MultiAz,
            StorageGiB = Math.Max(database.StorageGiB, database.MaxStorageGiB),
            DailySnapshots = backup is { Enabled: true, Daily: true },
            MonthlySnapshots = backup is { Enabled: true },
        };

    /// <summary>The same in one line for people.</summary>
    public string Note(DatabaseSettings database, BackupSettings? backup) => Objectives(database, backup).Note(RtoHours);

    /// <summary>The targets that are missed.</summary>
    public IEnumerable<Problem> Validate(DatabaseSettings database, BackupSettings? backup) =>
        Objectives(database, backup).Validate(RtoHours, RpoMinutes);
}
