namespace Infra.Settings.Alarms;

/// <summary>When requests that callers got wrong are too many, of a REST API.</summary>
internal sealed record CallerAlarmSettings
{
    [Setting("Answers 400 to 499 in five minutes, of all.", Unit = "percent", Min = 1, Max = 99)]
    public int Percent { get; init; } = 25;

    [Setting("Requests in five minutes below which nothing is said: one wrong call at night is no trouble.", Min = 1)]
    public int Fewest { get; init; } = 20;
}
