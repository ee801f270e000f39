namespace Infra.Settings.Alarms;

/// <summary>Thresholds of each canary.</summary>
internal sealed record CanaryAlarmSettings
{
    [Setting("The share of runs that succeed.", Unit = "percent", Min = 1, Max = 100)]
    public int SuccessPercent { get; init; } = 90;
}
