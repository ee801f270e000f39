using Infra.Protection;
using Infra.Scheduling;
using Infra.Settings.Data;
using Infra.Settings.Network;
using Infra.Settings.Observability;
using Infra.Settings.Protection;
using Infra.Settings.Security;
using Infra.Validation;

namespace Infra.Settings.IdpServer;

/// <summary>Settings of the backups that AWS Backup makes besides those of RDS.</summary>
internal sealed record BackupSettings
{
    private const string Time = "a time in UTC such as 20:00";
    private const string TimePattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$";

    [Setting("Whether there are any.")]
    public bool Enabled { get; init; } = true;

    [Setting("When the daily backup begins.", Form = Time, Pattern = TimePattern)]
    public string DailyAt { get; init; } = "20:00";

    [Setting("How long daily backups are kept.", Unit = "days", Min = 1, Max = 36_500)]
    public int DailyDays { get; init; } = 35;

    [Setting("When the backup on the first of each month begins.", Form = Time, Pattern = TimePattern)]
    public string MonthlyAt { get; init; } = "22:00";

    [Setting("How long monthly backups are kept.", Unit = "days", Min = 1, Max = 36_500)]
    public int MonthlyDays { get; init; } = 365;

    [Setting("Whether a lock keeps everybody without the right to lift it from deleting backups or keeping them shorter.")]
    public bool Locked { get; init; }

    [Setting(
        "A second region for copies, none by default. A vault and a key of its own are made there.",
        Form = "a region such as ap-northeast-3"
    )]
    public string? CopyRegion { get; init; }

    /// <summary>What single settings cannot say.</summary>
    /// <param name="region">The region of the stack.</param>
    /// <param name="stops">Whether the database is stopped at night.</param>
    /// <param name="database">The windows of the database.</param>
    public IEnumerable<Problem> Validate(string region, bool stops, DatabaseSettings database)
    {
        foreach (
            var problem in BackupTimes.Problems(
                DailyAt,
                MonthlyAt,
                BackupPlanArgs.DefaultStartWindowMinutes,
                Window(database.MaintenanceWindow),
                Window(database.BackupWindow)
            )
        )
            yield return problem;
        if (CopyRegion == region)
            yield return new(
                "copyRegion",
                CopyRegion,
                $"a region other than {region}",
                "a copy in the same place protects from nothing"
            );
        if (Enabled && stops)
            yield return new(
                "enabled",
                true,
                "false while stop.enabled is true",
                "AWS Backup makes no backup of a database that is stopped; switch one of them off"
            );
    }

    // A text that is no window is told where it stands.
    private static Dictionary<string, string> Window(string text) =>
        UtcWindow.Parse(text) is null ? [] : new() { ["database"] = text };
}
