namespace Infra.Settings.Alarms;

/// <summary>Thresholds of each REST API.</summary>
internal sealed record ApiAlarmSettings
{
    [Setting("Answers 500 to 599 in five minutes.", Min = 0)]
    public int ServerErrors { get; init; } = 10;

    [Setting("Within how long 95 of 100 requests are answered.", Unit = "milliseconds", Min = 1)]
    public int LatencyP95Milliseconds { get; init; } = 1000;
}
