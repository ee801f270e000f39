namespace Review.Model.Aws;

/// <summary>One metric that an alarm reads.</summary>
/// <param name="Namespace">Its namespace, such as <c>AWS/RDS</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Dimensions">What is measured, as a map.</param>
/// <param name="Period">Seconds between two values, as far as it is known.</param>
internal sealed record AlarmedMetric(string Namespace, string Name, Value Dimensions, double? Period)
{
    /// <summary>The metrics of an alarm: the one it names, or those of its formula.</summary>
    public static IEnumerable<AlarmedMetric> Of(Resource alarm)
    {
        if (alarm["metricName"].Text is { } name)
            yield return new(alarm["namespace"].Text ?? "", name, alarm["dimensions"], alarm["period"].Number);
        foreach (var metric in alarm["metricQueries"].Items.Select(query => query["metric"]))
            if (metric["metricName"].Text is { } queried)
                yield return new(metric["namespace"].Text ?? "", queried, metric["dimensions"], metric["period"].Number);
    }
}
