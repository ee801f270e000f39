namespace Infra.Settings.Alarms;

/// <summary>Thresholds of what the application logs.</summary>
internal sealed record LogAlarmSettings
{
    [Setting("Lines of level ERROR in five minutes.", Min = 0)]
    public int Errors { get; init; } = 10;

    [Setting("Security events of every kind in five minutes; a multiple of what is usual.", Min = 0)]
    public int SecurityEvents { get; init; } = 5000;

    [Setting("Failed authentications in five minutes.", Min = 0)]
    public int AuthenticationFailures { get; init; } = 100;
}
