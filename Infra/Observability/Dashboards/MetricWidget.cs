using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Pulumi;

namespace Infra.Observability.Dashboards;

/// <summary>A graph of metrics over time.</summary>
internal sealed record MetricWidget(string Title, params ImmutableArray<MetricLine> Lines) : DashboardWidget(Title)
{
    /// <inheritdoc/>
    public override string Kind => "metric";

    /// <summary>How long metrics are summed up for one point. Default: a minute.</summary>
    public int PeriodSeconds { get; init; } = 60;

    /// <summary>A threshold drawn across the graph. Default: none.</summary>
    public double? Threshold { get; init; }

    /// <inheritdoc/>
    public override Output<JsonObject> Properties(string region) =>
        Output
            .All(Lines.SelectMany(line => line.Source.Dimensions.Values))
            .Apply(values =>
            {
                var known = new Queue<string>(values);
                var properties = new JsonObject
                {
                    ["view"] = "timeSeries",
                    ["stacked"] = false,
                    ["region"] = region,
                    ["period"] = PeriodSeconds,
                    ["metrics"] = new JsonArray([.. Lines.Select(line => (JsonNode)Line(line, known))]),
                    ["yAxis"] = new JsonObject { ["left"] = new JsonObject { ["min"] = 0 } },
                };
                if (Threshold is { } threshold)
                    properties["annotations"] = new JsonObject
                    {
                        ["horizontal"] = new JsonArray(new JsonObject { ["label"] = "alarm", ["value"] = threshold }),
                    };
                return properties;
            });

    // CloudWatch reads: namespace, metric, then name and value of each dimension, then how to draw it.
    private static JsonArray Line(MetricLine line, Queue<string> values) =>
        [
            line.Source.Namespace,
            line.Source.Name,
            .. line.Source.Dimensions.Keys.SelectMany(key => new JsonNode[] { key, values.Dequeue() }),
            new JsonObject { ["label"] = line.Label, ["stat"] = line.Source.Statistic },
        ];
}
