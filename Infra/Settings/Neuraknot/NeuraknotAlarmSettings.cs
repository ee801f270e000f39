using System.Collections.Immutable;
using Infra.Settings.Alarms;
using Infra.Validation;

namespace Infra.Settings.Neuraknot;

/// <summary>Settings of the alarms of neuraknot. Its source names what is watched and no threshold: these are web-platform's.</summary>
internal sealed record NeuraknotAlarmSettings
{
    [Setting("Whether alarms tell anybody. Off, they are only to be seen in the console.")]
    public bool Enabled { get; init; } = true;

    [Setting("Alarms that tell nobody, by key.", Form = "keys such as backend-go-cpu-high", Pattern = "^[a-z0-9-]+$")]
    public ImmutableArray<string> Muted { get; init; } = [];

    [Setting("What runbooks are found under: a folder of the repository, or the address of a site.")]
    public string RunbookBase { get; init; } = "docs/runbooks";

    [Setting("CPU of the tasks of a service on average, of what they were given.", Unit = "percent", Min = 1, Max = 99)]
    public int CpuPercent { get; init; } = 80;

    [Setting("Memory of the tasks of a service on average, of what they were given.", Unit = "percent", Min = 1, Max = 99)]
    public int MemoryPercent { get; init; } = 80;

    [Setting("Answers 500 to 599 of a service in five minutes.", Min = 0)]
    public int TargetErrors { get; init; } = 10;

    [Setting("Time to an answer of a service on average.", Unit = "milliseconds", Min = 1)]
    public int ResponseMilliseconds { get; init; } = 1000;

    [Setting("Requests to the load balancer in five minutes: more than the system was built for.", Min = 1)]
    public int Requests { get; init; } = 100_000;

    [Setting("CPU of the database on average.", Unit = "percent", Min = 1, Max = 99)]
    public int DatabaseCpuPercent { get; init; } = 80;

    [Setting("Storage of the database that must be free.", Unit = "GiB", Min = 1)]
    public int FreeStorageGiB { get; init; } = 10;

    [Setting("Connections to the database.", Min = 1)]
    public int Connections { get; init; } = 80;

    /// <summary>What all alarms share.</summary>
    public AlarmSwitches Switches => new(Enabled, Muted, RunbookBase);

    /// <summary>The same as the table of alarms takes it.</summary>
    /// <param name="minimumTasks">How many tasks must run; with 0 nobody counts.</param>
    public PlatformAlarmSettings Thresholds(int minimumTasks) =>
        new()
        {
            CpuPercent = CpuPercent,
            MemoryPercent = MemoryPercent,
            MinimumTasks = minimumTasks,
            TargetErrors = TargetErrors,
            ResponseMilliseconds = ResponseMilliseconds,
            DatabaseCpuPercent = DatabaseCpuPercent,
            FreeStorageGiB = FreeStorageGiB,
            Connections = Connections,
        };

    /// <summary>What the bounds alone cannot say.</summary>
    /// <param name="storageGiB">Storage of the database.</param>
    /// <param name="maxConnections">Connections that the database accepts.</param>
    public IEnumerable<Problem> Validate(int storageGiB, int maxConnections)
    {
        if (FreeStorageGiB >= storageGiB)
            yield return new(
                "freeStorageGiB",
                FreeStorageGiB,
                $"less than the {storageGiB} GiB there are",
                "the alarm would ring from the first day"
            );
        if (Connections >= maxConnections)
            yield return new(
                "connections",
                Connections,
                $"less than the {maxConnections} that the database accepts",
                "the alarm could never ring"
            );
    }
}
