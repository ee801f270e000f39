namespace Infra.Settings.Alarms;

/// <summary>Thresholds of each NAT gateway.</summary>
internal sealed record NatAlarmSettings
{
    [Setting("Connections that found no free port in five minutes.", Min = 0)]
    public int PortErrors { get; init; }

    [Setting("Packets that the gateway lost in five minutes.", Min = 0)]
    public int DroppedPackets { get; init; } = 100;
}
