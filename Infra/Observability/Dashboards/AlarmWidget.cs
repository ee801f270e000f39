using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Pulumi;

namespace Infra.Observability.Dashboards;

/// <summary>Alarms with their state at a glance.</summary>
internal sealed record AlarmWidget(string Title, ImmutableArray<Output<string>> AlarmArns) : DashboardWidget(Title)
{
    /// <inheritdoc/>
    public override string Kind => "alarm";

    /// <inheritdoc/>
    public override Output<JsonObject> Properties(string region) =>
        Output
            .All(AlarmArns)
            .Apply(arns => new JsonObject { ["alarms"] = new JsonArray([.. arns.Select(arn => (JsonNode)arn)]) });
}
