using System.Text.Json.Nodes;
using Infra.Observability.Logs;
using Pulumi;

namespace Infra.Observability.Dashboards;

/// <summary>The answer to a question asked of a log.</summary>
internal sealed record LogWidget(string Title, Input<string> LogGroupName, SavedQuery Query) : DashboardWidget(Title)
{
    /// <inheritdoc/>
    public override string Kind => "log";

    /// <inheritdoc/>
    public override Output<JsonObject> Properties(string region) =>
        LogGroupName.Apply(group => new JsonObject
        {
            ["view"] = "table",
            ["region"] = region,
            ["query"] = $"SOURCE '{group}' | {Query.Text}",
        });
}
