using System.Collections.Immutable;
using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Observability.Logs;

/// <summary>What <see cref="LogMetrics"/> need.</summary>
internal sealed record LogMetricsArgs
{
    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>The log group, taken from the group itself so that it is made first.</summary>
    public required Input<string> LogGroupName { get; init; }

    /// <summary>What is counted. Default: what idp-server writes.</summary>
    public ImmutableArray<LogMetric> Metrics { get; init; } = ApplicationLog.All;

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        foreach (var twice in Metrics.GroupBy(metric => metric.Key).Where(same => same.Count() > 1))
            yield return new("metrics", $"{twice.Count()} named {twice.Key}", "each name once", "rename one");
        if (Metrics.Length > 100)
            yield return new("metrics", Metrics.Length, "100 at most", "CloudWatch has no more filters on a log group");
        foreach (var empty in Metrics.Where(metric => metric.Pattern.Trim().Length == 0))
            yield return new($"metrics.{empty.Key}.pattern", "", "a pattern", "an empty one counts every line");
    }
}
