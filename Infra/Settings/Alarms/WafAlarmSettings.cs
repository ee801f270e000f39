namespace Infra.Settings.Alarms;

/// <summary>Thresholds of the web application firewall.</summary>
internal sealed record WafAlarmSettings
{
    [Setting("Requests blocked in five minutes: an attack, or a rule that blocks users.", Min = 0)]
    public int BlockedRequests { get; init; } = 1000;
}
