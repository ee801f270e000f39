using System.Text.Json;
using Review.Cost.Sources;

namespace Infra.Cli.Output.Cost;

/// <summary>Comparisons with the source documents as a document. Amounts are USD a month, unrounded.</summary>
internal static class SourceDocument
{
    private const int Version = 1;

    /// <summary>Writes the document.</summary>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<SourceComparison> comparisons)
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", Version);
        writer.WriteString("currency", "USD");
        writer.WriteStartArray("sources");
        foreach (var comparison in comparisons)
        {
            writer.WriteStartObject();
            writer.WriteString("title", comparison.Table.Title);
            writer.WriteString("stack", comparison.Table.Stack);
            writer.WriteString("profile", comparison.Table.Profile);
            writer.WriteNumber("low", comparison.Table.Low);
            writer.WriteNumber("high", comparison.Table.High);
            writer.WriteNumber("ours", comparison.Estimate.Total);
            Rows(writer, "rows", comparison.Rows);
            Rows(writer, "leftOut", comparison.LeftOut);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Rows(Utf8JsonWriter writer, string name, IEnumerable<ComparedRow> rows)
    {
        writer.WriteStartArray(name);
        foreach (var row in rows)
        {
            writer.WriteStartObject();
            writer.WriteString("label", row.Label);
            if (row is { Low: { } low, High: { } high })
            {
                writer.WriteNumber("low", low);
                writer.WriteNumber("high", high);
            }
            writer.WriteNumber("ours", row.Ours);
            writer.WriteBoolean("unverified", row.IsUnverified);
            if (row.Why.Length > 0)
                writer.WriteString("why", row.Why);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
