namespace Infra.Observability.Logs;

/// <summary>One thing to count in a log.</summary>
/// <param name="Key">How it is told from the others.</param>
/// <param name="MetricName">What the count is called.</param>
/// <param name="Pattern">Which lines count, in the language of CloudWatch metric filters.</param>
internal sealed record LogMetric(string Key, string MetricName, string Pattern);
