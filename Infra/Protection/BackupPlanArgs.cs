using System.Collections.Immutable;
using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Protection;

/// <summary>What a <see cref="BackupPlan"/> needs.</summary>
internal sealed record BackupPlanArgs
{
    /// <summary>The shortest there is; the default of <see cref="StartWindowMinutes"/>.</summary>
    public const int DefaultStartWindowMinutes = 60;

    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>The key that encrypts the vault.</summary>
    public required Input<string> KeyArn { get; init; }

    /// <summary>Whether there is a daily backup. Default: true; without it only the first of each month has one.</summary>
    public bool Daily { get; init; } = true;

    /// <summary>When the daily backup begins, in UTC. Default: 20:00, which is 05:00 in Tokyo.</summary>
    public string DailyAt { get; init; } = "20:00";

    /// <summary>Days that a daily backup is kept. Default: 35, as long as RDS would at most.</summary>
    public int DailyDays { get; init; } = 35;

    /// <summary>When the backup on the first of the month begins, in UTC. Default: 22:00; two at the same time would become one.</summary>
    public string MonthlyAt { get; init; } = "22:00";

    /// <summary>Days that a monthly backup is kept. Default: a year.</summary>
    public int MonthlyDays { get; init; } = 365;

    /// <summary>Minutes within which a backup begins. Default: an hour, the shortest there is.</summary>
    public int StartWindowMinutes { get; init; } = DefaultStartWindowMinutes;

    /// <summary>Minutes within which a backup ends or is given up. Default: six hours.</summary>
    public int CompletionWindowMinutes { get; init; } = 360;

    /// <summary>
    /// Value of the tag <c>Backup</c> on what is backed up. Default: <c>daily</c>. A replica must not carry it: it would be backed up twice.
    /// </summary>
    public string TagValue { get; init; } = "daily";

    /// <summary>The windows of the databases in which no backup may begin, by what they are. Default: none is known, so none is checked.</summary>
    public ImmutableSortedDictionary<string, string> MaintenanceWindows { get; init; } = NoWindows;

    /// <summary>The windows in which the databases back themselves up. Default: none is known, so none is checked.</summary>
    public ImmutableSortedDictionary<string, string> BackupWindows { get; init; } = NoWindows;

    /// <summary>A second place. Default: none; a region that fails takes its backups with it.</summary>
    public BackupCopy? Copy { get; init; }

    /// <summary>
    /// Whether no backup can be deleted before its time except by those who may lift the lock. Default: false.
    /// </summary>
    public bool Locked { get; init; }

    /// <summary>The topic that hears of failed backups. Default: nobody does.</summary>
    public Output<string>? TopicArn { get; init; }

    /// <summary>Default: true. The vault refuses deletion, and its backups refuse it while the policy stands.</summary>
    public bool Protect { get; init; } = true;

    private static readonly ImmutableSortedDictionary<string, string> NoWindows = ImmutableSortedDictionary.Create<
        string,
        string
    >(StringComparer.Ordinal);

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        foreach (var (path, days) in Kept())
            if (days is < 1 or > 36_500)
                yield return new(path, days, "1 to 36500", "AWS keeps a backup a century at most");
        if (StartWindowMinutes < 60)
            yield return new("startWindowMinutes", StartWindowMinutes, "60 or more", "AWS Backup promises no earlier start");
        if (CompletionWindowMinutes < StartWindowMinutes + 60)
            yield return new(
                "completionWindowMinutes",
                CompletionWindowMinutes,
                $"{StartWindowMinutes + 60} or more",
                "it counts from the beginning of the start window"
            );
        foreach (
            var problem in BackupTimes.Problems(
                Daily ? DailyAt : null,
                MonthlyAt,
                StartWindowMinutes,
                MaintenanceWindows,
                BackupWindows
            )
        )
            yield return problem;
        if (Copy is { } copy)
            foreach (var problem in Problems(copy))
                yield return problem.Under("copy");
    }

    /// <summary>The days that backups are kept, by the rules there are.</summary>
    public IEnumerable<(string Path, int Days)> Kept()
    {
        if (Daily)
            yield return ("dailyDays", DailyDays);
        yield return ("monthlyDays", MonthlyDays);
    }

    private IEnumerable<Problem> Problems(BackupCopy copy)
    {
        if (copy.Region == Context.Region)
            yield return new(
                "region",
                copy.Region,
                $"a region other than {copy.Region}",
                "a copy in the same place protects from nothing"
            );
        if (copy.Provider is null)
            yield return new(
                "provider",
                null,
                $"a provider of {copy.Region}",
                "the vault would be made in the region of the stack"
            );
        if (copy.KeyArn is null)
            yield return new("keyArn", null, $"a key of {copy.Region}", "no key works in two regions");
    }
}
