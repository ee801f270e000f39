namespace Infra.Settings.Network;

/// <summary>Settings of the VPC flow logs.</summary>
internal sealed record FlowLogSettings
{
    [LogRetention("How long the flow logs are kept.")]
    public int RetentionDays { get; init; } = 30;

    [Setting("How long connections are summed up before a record is written.", Unit = "seconds", Numbers = [60, 600])]
    public int AggregationSeconds { get; init; } = 60;
}
