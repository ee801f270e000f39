namespace Infra.Settings.Alarms;

/// <summary>Thresholds of each table of DynamoDB.</summary>
internal sealed record TableAlarmSettings
{
    [Setting("Reads and writes turned away in five minutes.", Min = 0)]
    public int Throttles { get; init; }

    [Setting("Faults of DynamoDB itself in five minutes.", Min = 0)]
    public int SystemErrors { get; init; } = 5;
}
