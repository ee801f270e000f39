namespace Infra.Settings.Observability;

/// <summary>What share of requests must be answered, and from when on it is told that it is not.</summary>
internal sealed record AvailabilitySettings
{
    [Setting(
        "How many of 1000 requests must be answered without an error of the system's own. 999 is 99.9 percent; one database in one zone does not keep it.",
        Min = 900,
        Max = 999
    )]
    public int Permille { get; init; } = 999;

    [Setting("Requests in an hour or a day below which such a share says nothing.", Min = 1)]
    public int MinimumRequests { get; init; } = 100;

    [Setting(
        "How many times as fast as allowed the errors of a month are used up within an hour when somebody is woken. At 14 they last two days.",
        Min = 2,
        Max = 90
    )]
    public int BurnRate { get; init; } = 14;

    /// <summary>The share, in percent.</summary>
    public double Percent => Permille / 10.0;
}
