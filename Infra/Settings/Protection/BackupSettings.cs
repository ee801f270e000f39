using System.Collections.Immutable;
using Infra.Protection;
using Infra.Scheduling;
using Infra.Settings.Data;
using Infra.Validation;
using Pulumi;

namespace Infra.Settings.Protection;

/// <summary>Settings of the backups that AWS Backup makes besides those of RDS.</summary>
internal sealed record BackupSettings
{
    private const string Time = "a time in UTC such as 20:00";
    private const string TimePattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$";

    [Setting("Whether there are any.")]
    public bool Enabled { get; init; } = true;

    [Setting("Whether there is one each day. Without it there is one on the first of each month.")]
    public bool Daily { get; init; } = true;

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

    /// <summary>A plan with these settings; a second region is the caller's to add, who has its provider.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="keyArn">The key that encrypts the backups.</param>
    /// <param name="database">The windows of the database.</param>
    /// <param name="topicArn">The topic that hears of failures.</param>
    /// <param name="protect">Whether the stack refuses to lose data.</param>
    public BackupPlanArgs ToArgs(
        StackContext context,
        Input<string> keyArn,
        DatabaseSettings database,
        Output<string> topicArn,
        bool protect
    ) =>
        new()
        {
            Context = context,
            KeyArn = keyArn,
            Daily = Daily,
            DailyAt = DailyAt,
            DailyDays = DailyDays,
            MonthlyAt = MonthlyAt,
            MonthlyDays = MonthlyDays,
            TagValue = TagValue,
            Locked = Locked,
            MaintenanceWindows = Window(database.MaintenanceWindow).ToImmutableSortedDictionary(StringComparer.Ordinal),
            BackupWindows = Window(database.BackupWindow).ToImmutableSortedDictionary(StringComparer.Ordinal),
            TopicArn = topicArn,
            Protect = protect,
        };

    /// <summary>What the tag <c>Backup</c> says of things that are backed up.</summary>
    public string TagValue => Daily ? "daily" : "monthly";

    /// <summary>What single settings cannot say.</summary>
    /// <param name="region">The region of the stack.</param>
    /// <param name="stops">Whether the database is stopped at night.</param>
    /// <param name="database">The windows of the database.</param>
    public IEnumerable<Problem> Validate(string region, bool stops, DatabaseSettings database)
    {
        foreach (
            var problem in BackupTimes.Problems(
                Daily ? DailyAt : null,
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
