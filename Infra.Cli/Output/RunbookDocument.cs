using System.Text.Json;
using Review.Runbooks;

namespace Infra.Cli.Output;

/// <summary>Runbooks as a document.</summary>
internal static class RunbookDocument
{
    /// <summary>Writes the document.</summary>
    /// <param name="writer">Takes it.</param>
    /// <param name="runbook">The runbooks of the stack.</param>
    /// <param name="alarms">The alarms to list.</param>
    /// <param name="pages">The pages to tell.</param>
    /// <param name="texts">Whether their texts are told too.</param>
    public static void Write(
        Utf8JsonWriter writer,
        StackRunbook runbook,
        IEnumerable<RunbookAlarm> alarms,
        IEnumerable<FilledPage> pages,
        bool texts
    )
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", 1);
        writer.WriteString("stack", runbook.Stack);
        writer.WriteStartArray("alarms");
        foreach (var alarm in alarms)
        {
            writer.WriteStartObject();
            writer.WriteString("name", alarm.Name);
            writer.WriteString("says", alarm.Says);
            writer.WriteString("tells", alarm.Tells);
            writer.WriteString("section", $"{alarm.Page}#{alarm.Anchor}");
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteStartArray("pages");
        foreach (var page in pages)
        {
            writer.WriteStartObject();
            writer.WriteString("name", page.Name);
            writer.WriteString("title", page.Title);
            if (texts)
                writer.WriteString("text", string.Join('\n', page.Intro));
            writer.WriteStartArray("sections");
            foreach (var section in page.Sections)
            {
                writer.WriteStartObject();
                writer.WriteString("section", $"{page.Name}#{section.Anchor}");
                writer.WriteString("title", section.Title);
                writer.WriteStartArray("alarms");
                foreach (var alarm in section.Alarms)
                    writer.WriteStringValue(alarm);
                writer.WriteEndArray();
                if (texts)
                    writer.WriteString("text", string.Join('\n', section.Lines));
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
