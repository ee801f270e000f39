namespace Infra.Settings.Alarms;

/// <summary>Thresholds of each member of the cache.</summary>
internal sealed record CacheAlarmSettings
{
    [Setting("CPU of the one thread that serves requests.", Unit = "percent", Min = 1, Max = 99)]
    public int EngineCpuPercent { get; init; } = 80;

    [Setting(
        "Memory in use, of what data may take. Above it keys are evicted soon, sessions among them.",
        Unit = "percent",
        Min = 1,
        Max = 99
    )]
    public int MemoryPercent { get; init; } = 80;

    [Setting("Keys thrown out in five minutes to make room.", Min = 0)]
    public int Evictions { get; init; } = 100;

    [Setting("How far a replica is behind.", Unit = "seconds", Min = 1)]
    public int ReplicationLagSeconds { get; init; } = 10;

    [Setting("Open connections. The engine takes 65,000.", Min = 1, Max = 65_000)]
    public int Connections { get; init; } = 2000;
}
