using System.Globalization;
using Infra.Validation;

namespace Infra.Protection;

/// <summary>
/// How much data a disaster costs (RPO) and how long it takes to be back (RTO), as the settings of a database and its backups decide it. AWS
/// promises no times for a restore: those here are estimates on the careful side, to be measured in a drill of <c>docs/runbooks/restore.md</c>.
/// </summary>
internal sealed record RecoveryObjectives
{
    private const int Day = 24 * 60;

    // RDS uploads PostgreSQL's log every five minutes; what came after the last upload is lost.
    private const int PointInTime = 5;
    private const int LongestMonth = 31 * Day;

    // People: see it, decide, point the system at the new instance, look whether all is there.
    private const int People = 60;

    // A new instance with the storage of its snapshot; blocks come when they are first read, which the share per 100 GiB stands for.
    private const int NewInstance = 30;
    private const int Each100GiB = 20;

    // At most a day of changes, from the last daily backup on, is done again.
    private const int Replay = 30;

    /// <summary>A standby takes over within one or two minutes.</summary>
    public const int FailoverMinutes = 2;

    /// <summary>Days for which every moment can be restored; 0 for none.</summary>
    public required int BackupDays { get; init; }

    /// <summary>Whether a standby waits in another zone.</summary>
    public required bool MultiAz { get; init; }

    /// <summary>The storage that has to be restored at most.</summary>
    public required int StorageGiB { get; init; }

    /// <summary>Whether AWS Backup makes a snapshot each day. Default: false.</summary>
    public bool DailySnapshots { get; init; }

    /// <summary>Whether AWS Backup makes a snapshot each month. Default: false.</summary>
    public bool MonthlySnapshots { get; init; }

    /// <summary>Minutes of changes that are lost at most; nothing where there is no backup and all is lost.</summary>
    public int? RpoMinutes =>
        BackupDays > 0 ? PointInTime
        : DailySnapshots ? Day
        : MonthlySnapshots ? LongestMonth
        : null;

    /// <summary>Minutes until the system works on restored data.</summary>
    public int RtoMinutes => People + NewInstance + ReplayMinutes + StorageMinutes;

    private int ReplayMinutes => BackupDays > 0 ? Replay : 0;

    private int StorageMinutes => (StorageGiB + 99) / 100 * Each100GiB;

    private string Means =>
        BackupDays > 0 ? $"point-in-time restore, {BackupDays} days"
        : DailySnapshots ? "a snapshot each day"
        : "a snapshot each month";

    private string Sum =>
        $"{People} min of people's time + {NewInstance} for a new instance"
        + (ReplayMinutes > 0 ? $" + {ReplayMinutes} to replay its log" : "")
        + $" + {StorageMinutes} for up to {StorageGiB} GiB";

    /// <summary>Both for people, in one line.</summary>
    /// <param name="rtoHours">The hours that it may take.</param>
    public string Note(int rtoHours) =>
        RpoMinutes is not { } lost
            ? "recovery: none, there is no backup"
            : $"recovery: RPO {Text(lost)} ({Means}), RTO about {Text(RtoMinutes)} of {rtoHours} h ({Sum}; estimates); "
                + (
                    MultiAz
                        ? $"a lost instance or zone about {FailoverMinutes} min, the standby takes over"
                        : "a lost zone takes the same, there is no standby"
                );

    /// <summary>What a target of availability means without a standby; nothing where there is one.</summary>
    /// <param name="targetPercent">The target, such as 99.9.</param>
    public string? AvailabilityNote(double targetPercent)
    {
        if (MultiAz)
            return null;
        var allowed = 30 * Day * (100 - targetPercent) / 100;
        // AWS' service level agreement: 99.5 % for one instance, 99.95 % with a standby.
        return string.Create(
            CultureInfo.InvariantCulture,
            $"availability: {targetPercent} % allows {allowed:0.#} min a month, and the database has no standby: AWS promises 99.5 % for it, and a "
                + $"restore takes about {Text(RtoMinutes)}; database.instance.multiAz: true closes the gap"
        );
    }

    /// <summary>The targets that are missed.</summary>
    /// <param name="rtoHours">The hours that it may take.</param>
    /// <param name="rpoMinutes">The minutes of changes that may be lost.</param>
    public IEnumerable<Problem> Validate(int rtoHours, int rpoMinutes)
    {
        if (RpoMinutes is not { } lost)
        {
            yield return new(
                "rpoMinutes",
                "a database without any backup",
                $"{rpoMinutes} minutes of changes lost at most",
                "set database.instance.backupDays to 1 or more"
            );
            yield break;
        }
        if (lost > rpoMinutes)
            yield return new(
                "rpoMinutes",
                $"{lost} minutes of changes lost ({Means})",
                $"{rpoMinutes} at most",
                "set database.instance.backupDays to 1 or more, or raise recovery.rpoMinutes"
            );
        if (RtoMinutes > rtoHours * 60)
            yield return new(
                "rtoHours",
                $"about {Text(RtoMinutes)} ({Sum})",
                $"{rtoHours} h at most",
                "lower database.instance.maxStorageGiB, or raise recovery.rtoHours"
            );
    }

    private static string Text(int minutes) =>
        minutes switch
        {
            < 60 => $"{minutes} min",
            _ when minutes % Day == 0 => minutes == Day ? "a day" : $"{minutes / Day} days",
            _ when minutes % 60 == 0 => $"{minutes / 60} h",
            _ => $"{minutes / 60} h {minutes % 60} min",
        };
}
