using System.Collections.Immutable;
using Infra.Settings.Alarms;
using Infra.Validation;

namespace Infra.Settings.WebPlatform;

/// <summary>Settings of the alarms of web-platform.</summary>
internal sealed record WebPlatformAlarmSettings
{
    [Setting("Whether alarms tell anybody. Off, they are only to be seen in the console.")]
    public bool Enabled { get; init; } = true;

    [Setting(
        "Alarms that tell nobody, by name without the stack's prefix.",
        Form = "names such as memory-high",
        Pattern = "^[a-z0-9-]+$"
    )]
    public ImmutableArray<string> Muted { get; init; } = [];

    [Setting("What runbooks are found under: a folder of the repository, or the address of a site.")]
    public string RunbookBase { get; init; } = "docs/runbooks";

    [Setting("Thresholds of service, load balancer and database.")]
    public PlatformAlarmSettings Platform { get; init; } = new();

    [Setting("Thresholds of the CDN.")]
    public CdnAlarmSettings Cdn { get; init; } = new();

    [Setting("Thresholds of the firewall.")]
    public WafAlarmSettings Waf { get; init; } = new();

    [Setting("Thresholds of the canary.")]
    public CanaryAlarmSettings Canary { get; init; } = new();

    /// <summary>What all alarms share.</summary>
    public AlarmSwitches Switches => new(Enabled, Muted, RunbookBase);

    /// <summary>What the bounds alone cannot say.</summary>
    /// <param name="minTasks">How many tasks the service keeps at the least.</param>
    /// <param name="database">The database.</param>
    public IEnumerable<Problem> Validate(int minTasks, PlatformDatabaseSettings database)
    {
        if (minTasks > 0 && Platform.MinimumTasks > minTasks)
            yield return new(
                "platform.minimumTasks",
                Platform.MinimumTasks,
                $"{minTasks} at most, service.scaling.minTasks",
                "the alarm would ring for ever"
            );
        if (database.Enabled && Platform.FreeStorageGiB >= database.Instance.StorageGiB)
            yield return new(
                "platform.freeStorageGiB",
                Platform.FreeStorageGiB,
                $"less than the {database.Instance.StorageGiB} GiB there are",
                "the alarm would ring from the first day"
            );
        if (database.Enabled && Platform.Connections >= database.Instance.MaxConnections)
            yield return new(
                "platform.connections",
                Platform.Connections,
                $"less than the {database.Instance.MaxConnections} that the database accepts",
                "the alarm could never ring"
            );
    }
}
