using System.Text.Json;
using Review.Checklists;

namespace Infra.Cli.Output;

/// <summary>A check-list as a document.</summary>
internal static class ChecklistDocument
{
    /// <summary>Writes the document.</summary>
    public static void Write(Utf8JsonWriter writer, CheckedList list)
    {
        writer.WriteStartObject();
        writer.WriteString("system", list.System);
        writer.WriteString("stack", list.Stack);
        foreach (var state in Enum.GetValues<ItemState>())
            writer.WriteNumber(Word(state), list.Count(state));
        writer.WriteStartArray("items");
        foreach (var item in list.Items)
        {
            writer.WriteStartObject();
            writer.WriteString("section", item.Section);
            writer.WriteString("text", item.Text);
            writer.WriteString("state", Word(item.Evidence.State));
            writer.WriteStartArray("facts");
            foreach (var fact in item.Evidence.Facts)
            {
                writer.WriteStartObject();
                writer.WriteString("type", fact.Type);
                writer.WriteString("name", fact.Name);
                writer.WriteString("path", fact.Path);
                writer.WriteString("value", fact.Value);
                writer.WriteNumber("more", fact.More);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteString("note", item.Evidence.Note);
            writer.WriteString("link", item.Evidence.Link);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string Word(ItemState state) => JsonNamingPolicy.CamelCase.ConvertName(state.ToString());
}
