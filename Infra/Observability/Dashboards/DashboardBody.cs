using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pulumi;

namespace Infra.Observability.Dashboards;

/// <summary>Lays rows out on CloudWatch's grid and writes them down. The same rows always give the same text.</summary>
internal static class DashboardBody
{
    private const int GridWidth = 24;
    private const int Columns = 3;
    private const int HeadingHeight = 1;
    private const int WidgetHeight = 6;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The body of a dashboard.</summary>
    public static Output<string> Of(ImmutableArray<DashboardRow> rows, string region) =>
        Output
            .All(rows.SelectMany(row => row.Widgets).Select(widget => widget.Properties(region)))
            .Apply(properties => Write(rows, new(properties)));

    private static string Write(ImmutableArray<DashboardRow> rows, Queue<JsonObject> properties)
    {
        var widgets = new JsonArray();
        var y = 0;
        foreach (var row in rows)
        {
            widgets.Add(Place("text", 0, y, GridWidth, HeadingHeight, new() { ["markdown"] = $"## {row.Title}" }));
            y += HeadingHeight;
            foreach (var line in row.Widgets.Chunk(Columns))
            {
                // A line that is not full is drawn wider rather than left empty.
                var width = GridWidth / line.Length;
                for (var column = 0; column < line.Length; column++)
                {
                    // An output may be asked twice for its value, and a JSON node can have one parent only.
                    var content = properties.Dequeue().DeepClone().AsObject();
                    content.Insert(0, "title", line[column].Title);
                    widgets.Add(Place(line[column].Kind, column * width, y, width, WidgetHeight, content));
                }
                y += WidgetHeight;
            }
        }
        return new JsonObject { ["widgets"] = widgets }.ToJsonString(Readable);
    }

    private static JsonObject Place(string kind, int x, int y, int width, int height, JsonObject properties) =>
        new()
        {
            ["type"] = kind,
            ["x"] = x,
            ["y"] = y,
            ["width"] = width,
            ["height"] = height,
            ["properties"] = properties,
        };
}
