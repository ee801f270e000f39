using System.Collections.Immutable;
using Infra.Validation;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.CloudWatch.Inputs;

namespace Infra.Observability.Logs;

/// <summary>Counts lines of a log, in a namespace of the stack's own.</summary>
internal sealed class LogMetrics : ComponentResource
{
    /// <summary>The counts by key.</summary>
    public ImmutableSortedDictionary<string, MetricSource> Sources { get; }

    /// <summary>Makes the counts.</summary>
    public LogMetrics(string name, LogMetricsArgs args, ComponentResourceOptions? options = null)
        : base("idp:observability:LogMetrics", name, options)
    {
        args.Validate().ThrowIfAny(this);
        var space = $"{args.Context.Label.Prefix}/application";
        foreach (var metric in args.Metrics)
            _ = new LogMetricFilter(
                $"{name}-count-{metric.Key}",
                new()
                {
                    Name = args.Context.Label.Name(metric.Key),
                    LogGroupName = args.LogGroupName,
                    Pattern = metric.Pattern,
                    MetricTransformation = new LogMetricFilterMetricTransformationArgs
                    {
                        Namespace = space,
                        Name = metric.MetricName,
                        Value = "1",
                        // Lines that do not match count 0, so that a quiet hour is told from a silent application.
                        DefaultValue = "0",
                        Unit = "Count",
                    },
                },
                new() { Parent = this }
            );
        Sources = args.Metrics.ToImmutableSortedDictionary(
            metric => metric.Key,
            metric => new MetricSource(space, metric.MetricName, "Sum"),
            StringComparer.Ordinal
        );
        RegisterOutputs();
    }
}
