namespace Infra.Settings.Alarms;

/// <summary>Thresholds of the tasks. The minimum number of tasks is that of the service.</summary>
internal sealed record ServiceAlarmSettings
{
    [Setting("CPU of the tasks on average, of what they were given.", Unit = "percent", Min = 1, Max = 99)]
    public int CpuPercent { get; init; } = 80;

    [Setting("Memory of the tasks on average, of what they were given.", Unit = "percent", Min = 1, Max = 99)]
    public int MemoryPercent { get; init; } = 80;
}
