using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Pulumi;

namespace Infra.Observability.Dashboards;

/// <summary>A graph of numbers that CloudWatch computes of metrics.</summary>
internal sealed record FormulaWidget(string Title, params ImmutableArray<FormulaLine> Lines) : DashboardWidget(Title)
{
    /// <inheritdoc/>
    public override string Kind => "metric";

    /// <summary>How long metrics are summed up, in seconds. Default: five minutes.</summary>
    public int PeriodSeconds { get; init; } = 300;

    /// <summary>A threshold drawn across the graph. Default: none.</summary>
    public double? Threshold { get; init; }

    /// <summary>Where the graph begins. Default: at 0.</summary>
    public double Lowest { get; init; }

    // By id: two lines may be made of the same metric.
    private ImmutableArray<KeyValuePair<string, MetricSource>> Inputs =>
        [.. Lines.SelectMany(line => line.Formula.Inputs).DistinctBy(input => input.Key)];

    /// <inheritdoc/>
    public override Output<JsonObject> Properties(string region) =>
        Output
            .All(Inputs.SelectMany(input => input.Value.Dimensions.Values))
            .Apply(values =>
            {
                var known = new Queue<string>(values);
                var properties = new JsonObject
                {
                    ["view"] = "timeSeries",
                    ["stacked"] = false,
                    ["region"] = region,
                    ["period"] = PeriodSeconds,
                    ["metrics"] = new JsonArray([
                        .. Lines.Select(Computed),
                        .. Inputs.Select(input => (JsonNode)Hidden(input.Key, input.Value, known)),
                    ]),
                    ["yAxis"] = new JsonObject { ["left"] = new JsonObject { ["min"] = Lowest } },
                };
                if (Threshold is { } threshold)
                    properties["annotations"] = new JsonObject
                    {
                        ["horizontal"] = new JsonArray(new JsonObject { ["label"] = "alarm", ["value"] = threshold }),
                    };
                return properties;
            });

    private static JsonNode Computed(FormulaLine line, int index) =>
        new JsonArray(
            new JsonObject
            {
                ["expression"] = line.Formula.Expression,
                ["label"] = line.Label,
                ["id"] = $"line{index}",
            }
        );

    private static JsonArray Hidden(string id, MetricSource source, Queue<string> values) =>
        [
            source.Namespace,
            source.Name,
            .. source.Dimensions.Keys.SelectMany(key => new JsonNode[] { key, values.Dequeue() }),
            new JsonObject
            {
                ["id"] = id,
                ["stat"] = source.Statistic,
                ["visible"] = false,
            },
        ];
}
