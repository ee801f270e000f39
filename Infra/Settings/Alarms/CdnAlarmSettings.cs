namespace Infra.Settings.Alarms;

/// <summary>Thresholds of the CDN.</summary>
internal sealed record CdnAlarmSettings
{
    [Setting("Answers that are errors of servers.", Unit = "%", Min = 1, Max = 99)]
    public int ErrorPercent { get; init; } = 5;

    [Setting("Answers that refuse: the firewall's too, so an attack rings.", Unit = "%", Min = 1, Max = 99)]
    public int RefusedPercent { get; init; } = 50;

    [Setting("Requests in five minutes below which such a share says nothing.", Min = 1)]
    public int MinimumRequests { get; init; } = 20;
}
