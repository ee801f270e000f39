using System.Text.Json.Nodes;
using Pulumi;

namespace Infra.Observability.Dashboards;

/// <summary>One picture on a dashboard.</summary>
/// <param name="Title">What people read above it.</param>
internal abstract record DashboardWidget(string Title)
{
    /// <summary>What CloudWatch calls this kind of picture.</summary>
    public abstract string Kind { get; }

    /// <summary>Its properties without the title, as CloudWatch reads them.</summary>
    /// <param name="region">Where its data is.</param>
    public abstract Output<JsonObject> Properties(string region);
}
