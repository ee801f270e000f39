using Infra.Settings.Alarms;

namespace Infra.Observability.Alarms;

/// <summary>The alarms of one NAT gateway.</summary>
internal static class NatAlarms
{
    /// <summary>The rows.</summary>
    public static IEnumerable<AlarmRow> Rows(NatWatch watch, NatAlarmSettings thresholds) =>
        [
            Row(
                watch,
                "port-errors",
                AlertSeverity.High,
                "ErrorPortAllocation",
                $"Alert when more than {thresholds.PortErrors} connections through NAT gateway {watch.Zone} found no port in five minutes",
                thresholds.PortErrors
            ),
            Row(
                watch,
                "dropped-packets",
                AlertSeverity.Warning,
                "PacketsDropCount",
                $"Alert when NAT gateway {watch.Zone} loses more than {thresholds.DroppedPackets} packets in five minutes",
                thresholds.DroppedPackets
            ),
        ];

    /// <summary>A metric of the gateway, summed up.</summary>
    public static MetricSource Metric(NatWatch watch, string metric) =>
        new MetricSource("AWS/NATGateway", metric, "Sum").Of("NatGatewayId", watch.Id);

    private static AlarmRow Row(
        NatWatch watch,
        string key,
        AlertSeverity severity,
        string metric,
        string description,
        int threshold
    ) =>
        new()
        {
            Key = $"nat-{watch.Zone}-{key}",
            Watches = watch.Thing,
            Severity = severity,
            Description = description,
            Runbook = $"network.md#{key}",
            Metric = Metric(watch, metric),
            Threshold = threshold,
            MissingData = MissingData.NotBreaching,
        };
}
