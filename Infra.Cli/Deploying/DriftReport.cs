using System.Text.Json;
using Infra.Cli.Output;

namespace Infra.Cli.Deploying;

/// <summary>What is not in AWS as the state says.</summary>
internal static class DriftReport
{
    /// <summary>Tells people, a line for each resource, and programs where they asked.</summary>
    public static void Tell(Screen screen, string stack, IReadOnlyList<Drift> found, bool json)
    {
        var people = screen.People(json);
        foreach (var drift in found)
            people.WriteLine(drift.Text(), cut: false);
        people.WriteLine(
            found.Count == 0
                ? $"{stack}: AWS has what the state says"
                : $"{stack}: {Words.Count(found.Count, "resource")} {(found.Count == 1 ? "is" : "are")} not what the state says",
            found.Count == 0 ? Style.Good : Style.Change
        );
        if (json)
            Json.Write(screen.Document, writer => Document(writer, stack, found));
    }

    private static void Document(Utf8JsonWriter writer, string stack, IReadOnlyList<Drift> found)
    {
        writer.WriteStartObject();
        writer.WriteString("stack", stack);
        writer.WriteStartArray("drift");
        foreach (var drift in found)
        {
            writer.WriteStartObject();
            writer.WriteString("urn", drift.Urn);
            writer.WriteBoolean("gone", drift.IsGone);
            writer.WriteStartArray("paths");
            foreach (var path in drift.Paths)
                writer.WriteStringValue(path);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
