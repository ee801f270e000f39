namespace Infra.Settings.Alarms;

/// <summary>Thresholds of the proxy before a database.</summary>
internal sealed record DatabaseProxyAlarmSettings
{
    [Setting("Connections to the database in use, of those that the proxy may open.", Unit = "percent", Min = 1, Max = 99)]
    public int ConnectionsPercent { get; init; } = 80;

    [Setting("Connections of applications to the proxy at once.", Min = 1)]
    public int Clients { get; init; } = 90;

    [Setting("How long applications wait for a connection on average.", Unit = "milliseconds", Min = 1)]
    public int BorrowMilliseconds { get; init; } = 500;

    [Setting("For how much of the time the proxy reaches the database.", Unit = "percent", Min = 1, Max = 100)]
    public int AvailabilityPercent { get; init; } = 90;

    [Setting("Applications turned away in five minutes because they could not sign in.", Min = 0)]
    public int FailedSignIns { get; init; } = 5;

    [Setting("Connections to the database that failed in five minutes.", Min = 0)]
    public int FailedConnections { get; init; } = 5;

    [Setting(
        "Connections that one application keeps to itself, of those that the proxy may open.",
        Unit = "percent",
        Min = 1,
        Max = 99
    )]
    public int PinnedPercent { get; init; } = 50;
}
