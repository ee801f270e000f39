using System.Text.Json;
using Review.Guardrails;

namespace Infra.Cli.Output.Guardrails;

/// <summary>All guardrails, a row each.</summary>
internal static class RuleList
{
    /// <summary>Writes them for people.</summary>
    public static void Write(Terminal terminal)
    {
        var rows = new TableRows("rule", "grade", "a stack passes when", "elsewhere");
        foreach (var rule in GuardrailCatalog.All)
            rows.Add(Style.Plain, rule.Id, rule.Grade.ToString().ToLowerInvariant(), rule.Title, string.Join(" ", rule.Also));
        rows.Write(terminal);
        terminal.WriteLine();
        terminal.WriteLine($"{Words.Count(GuardrailCatalog.All.Length, "rule")}; infra check --explain ID tells one");
    }

    /// <summary>Writes them as a document.</summary>
    public static void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (var rule in GuardrailCatalog.All)
        {
            writer.WriteStartObject();
            writer.WriteString("id", rule.Id);
            writer.WriteString("severity", rule.Grade.ToString().ToLowerInvariant());
            writer.WriteString("type", rule.On);
            writer.WriteString("title", rule.Title);
            writer.WriteString("reason", rule.Reason);
            writer.WriteString("fix", rule.Fix);
            writer.WriteStartArray("also");
            foreach (var also in rule.Also)
                writer.WriteStringValue(also);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
