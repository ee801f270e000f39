namespace Infra.Settings.Alarms;

/// <summary>Thresholds of web-platform, one a row of its table of alarms.</summary>
internal sealed record PlatformAlarmSettings
{
    [Setting("CPU of the tasks on average, of what they were given.", Unit = "percent", Min = 1, Max = 99)]
    public int CpuPercent { get; init; } = 80;

    [Setting("Memory of the tasks on average, of what they were given.", Unit = "percent", Min = 1, Max = 99)]
    public int MemoryPercent { get; init; } = 80;

    [Setting(
        "Tasks that must run. Nobody counts while the service is switched off, or while scaling.minTasks is 0: it stands still on purpose.",
        Min = 1,
        Max = 1000
    )]
    public int MinimumTasks { get; init; } = 2;

    [Setting("Answers 500 to 599 of the application in five minutes.", Min = 0)]
    public int TargetErrors { get; init; } = 10;

    [Setting("Time to an answer on average.", Unit = "milliseconds", Min = 1)]
    public int ResponseMilliseconds { get; init; } = 1000;

    [Setting("CPU of the database on average.", Unit = "percent", Min = 1, Max = 99)]
    public int DatabaseCpuPercent { get; init; } = 80;

    [Setting("Storage of the database that must be free.", Unit = "GiB", Min = 1)]
    public int FreeStorageGiB { get; init; } = 10;

    [Setting("Connections to the database.", Min = 1)]
    public int Connections { get; init; } = 80;
}
