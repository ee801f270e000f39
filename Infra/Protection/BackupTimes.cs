using Infra.Scheduling;
using Infra.Validation;

namespace Infra.Protection;

/// <summary>Whether backups begin at times at which AWS Backup makes them, each and together with what the databases do.</summary>
internal static class BackupTimes
{
    // AWS Backup does not begin within the hour before the maintenance of a database, nor during it.
    private const int LeadMinutes = 60;

    /// <summary>What is wrong with them.</summary>
    /// <param name="dailyAt">When the daily backup begins, in UTC; nothing where there is none.</param>
    /// <param name="monthlyAt">When the monthly one does.</param>
    /// <param name="startWindowMinutes">Within how long they begin.</param>
    /// <param name="maintenance">Windows of databases in which no backup may begin, by what they are.</param>
    /// <param name="backup">Windows in which databases back themselves up.</param>
    public static IEnumerable<Problem> Problems(
        string? dailyAt,
        string monthlyAt,
        int startWindowMinutes,
        IReadOnlyDictionary<string, string> maintenance,
        IReadOnlyDictionary<string, string> backup
    )
    {
        if (dailyAt == monthlyAt)
            yield return new(
                "monthlyAt",
                monthlyAt,
                "another time than dailyAt",
                "of two backups at the same time only one is made"
            );
        foreach (var (path, at) in new[] { ("dailyAt", dailyAt), ("monthlyAt", monthlyAt) })
        {
            if (at is null)
                continue;
            if (ClockTime.Parse(at) is not { } time)
            {
                yield return new(path, at, "a time from 00:00 to 23:59", "write hours and minutes with two digits each, in UTC");
                continue;
            }
            var start = UtcWindow.Daily(time.Minutes, startWindowMinutes);
            foreach (var (what, text) in maintenance)
                if (UtcWindow.Parse(text) is not { } window)
                    yield return NoWindow($"maintenanceWindows.{what}", text);
                else if (start.Overlaps(window.WithLead(LeadMinutes)))
                    yield return Collision(path, at, $"a start that is not within the hour before {text}, nor during it", what);
            foreach (var (what, text) in backup)
                if (UtcWindow.Parse(text) is not { } window)
                    yield return NoWindow($"backupWindows.{what}", text);
                else if (start.Overlaps(window))
                    yield return Collision(path, at, $"a start outside {text}", what);
        }

        Problem Collision(string path, string at, string want, string what) =>
            new(
                path,
                $"{at} and {startWindowMinutes} minutes on",
                want,
                $"{what} is busy then, and AWS would give the backup up"
            );
    }

    private static Problem NoWindow(string path, string text) =>
        new(path, text, "a window such as 17:00-17:30 or sun:18:00-sun:19:00", "write it in UTC, as RDS takes it");
}
