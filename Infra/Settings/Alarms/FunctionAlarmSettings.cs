namespace Infra.Settings.Alarms;

/// <summary>Thresholds of each function of Lambda.</summary>
internal sealed record FunctionAlarmSettings
{
    [Setting("Calls that failed in five minutes.", Min = 0)]
    public int Errors { get; init; } = 10;

    [Setting("Calls turned away in five minutes because too many ran.", Min = 0)]
    public int Throttles { get; init; }

    [Setting("Within how much of their time 95 of 100 calls end.", Unit = "percent", Min = 1, Max = 99)]
    public int DurationPercent { get; init; } = 80;

    [Setting("Calls in five minutes that found no warm copy, where copies are kept warm.", Min = 0)]
    public int ColdCalls { get; init; } = 10;
}
