using System.Text.Json;
using Review.Comparison;
using Review.Model;

namespace Infra.Cli.Output;

/// <summary>Two stacks side by side as a document.</summary>
internal static class CompareDocument
{
    /// <summary>Writes the document; with a filter only differences of those types, the numbers are of all.</summary>
    public static void Write(Utf8JsonWriter writer, StackComparison comparison, string? filter)
    {
        writer.WriteStartObject();
        writer.WriteString("system", comparison.Left.System);
        Side(writer, "left", comparison.Left);
        Side(writer, "right", comparison.Right);
        writer.WriteNumber("accepted", comparison.Differences.Length - comparison.Unexpected.Count());
        writer.WriteNumber("unexpected", comparison.Unexpected.Count());
        writer.WriteStartArray("highlights");
        foreach (var highlight in comparison.Highlights)
        {
            writer.WriteStartObject();
            writer.WriteString("area", highlight.Area);
            writer.WriteString("label", highlight.Label);
            writer.WriteString("left", highlight.Left);
            writer.WriteString("right", highlight.Right);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteStartArray("differences");
        foreach (var difference in comparison.Differences.Where(found => CompareReport.Matches(found, filter)))
            Difference(writer, difference);
        writer.WriteEndArray();
        writer.WriteStartArray("stale");
        foreach (var stale in comparison.Stale)
            writer.WriteStringValue(stale);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Side(Utf8JsonWriter writer, string key, StackSide side)
    {
        writer.WriteStartObject(key);
        writer.WriteString("stack", side.Stack);
        writer.WriteString("environment", side.Environment);
        writer.WriteEndObject();
    }

    private static void Difference(Utf8JsonWriter writer, StackDifference difference)
    {
        writer.WriteStartObject();
        writer.WriteString("area", difference.Area);
        writer.WriteString("component", difference.Component);
        writer.WriteString("type", TypeNames.Short(difference.Type));
        writer.WriteString("leftName", difference.LeftName);
        writer.WriteString("rightName", difference.RightName);
        writer.WriteString("path", difference.Path);
        if (difference.IsOnlyInOne)
            writer.WriteNumber("inside", difference.Inside);
        else
        {
            writer.WritePropertyName("left");
            Json.Value(writer, difference.Left);
            writer.WritePropertyName("right");
            Json.Value(writer, difference.Right);
        }
        writer.WriteString("accepted", difference.Accepted);
        writer.WriteEndObject();
    }
}
