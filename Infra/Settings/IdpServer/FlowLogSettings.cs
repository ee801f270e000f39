namespace Infra.Settings.IdpServer;

/// <summary>Settings of the VPC flow logs.</summary>
internal sealed record FlowLogSettings
{
    [Setting(
        "How long the flow logs are kept.",
        Unit = "days",
        Numbers = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653]
    )]
    public int RetentionDays { get; init; } = 30;

    [Setting("How long connections are summed up before a record is written.", Unit = "seconds", Numbers = [60, 600])]
    public int AggregationSeconds { get; init; } = 60;
}
