using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Review.Guardrails;

namespace Infra.Cli.Output.Guardrails;

/// <summary>
/// What the guardrails say, as SARIF 2.1.0 for code scanning. A finding stands at its stack's file, with the resource as its logical location; what is
/// waived is there as suppressed. What passes and what cannot be known is left out.
/// </summary>
internal static class CheckSarif
{
    /// <summary>Writes the log.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="reports">One of each stack.</param>
    /// <param name="files">The file of each stack, from the top of the repository.</param>
    public static void Write(
        Utf8JsonWriter writer,
        IReadOnlyList<GuardrailReport> reports,
        IReadOnlyDictionary<string, string> files
    )
    {
        var findings = reports
            .SelectMany(report =>
                report
                    .Findings.Where(finding => finding.Verdict.Outcome == Outcome.Fail)
                    .Select(finding => (report.Stack, Finding: finding))
            )
            .ToList();
        writer.WriteStartObject();
        writer.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        writer.WriteString("version", "2.1.0");
        writer.WriteStartArray("runs");
        writer.WriteStartObject();
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", "infra check");
        writer.WriteStartArray("rules");
        foreach (
            var rule in findings.Select(found => found.Finding.Rule).Distinct().OrderBy(rule => rule.Id, NaturalOrder.Instance)
        )
            Rule(writer, rule);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteStartArray("results");
        foreach (var (stack, finding) in findings)
            Result(writer, files[stack], stack, finding);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Rule(Utf8JsonWriter writer, Guardrail rule)
    {
        writer.WriteStartObject();
        writer.WriteString("id", rule.Id);
        Text(writer, "shortDescription", rule.Title);
        Text(writer, "fullDescription", rule.Reason);
        Text(writer, "help", $"{rule.Reason} {rule.Fix}");
        writer.WriteStartObject("defaultConfiguration");
        writer.WriteString("level", Level(rule.Grade));
        writer.WriteEndObject();
        writer.WriteStartObject("properties");
        // GitHub sorts by this number; its own bounds of low, medium, high and critical are 4, 7 and 9.
        writer.WriteString(
            "security-severity",
            rule.Grade switch
            {
                Grade.Critical => "9.5",
                Grade.High => "8.0",
                Grade.Medium => "5.5",
                _ => "3.0",
            }
        );
        writer.WriteStartArray("tags");
        writer.WriteStringValue("security");
        foreach (var also in rule.Also)
            writer.WriteStringValue(also);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Result(Utf8JsonWriter writer, string file, string stack, Finding finding)
    {
        writer.WriteStartObject();
        writer.WriteString("ruleId", finding.Rule.Id);
        writer.WriteString("level", Level(finding.Rule.Grade));
        Text(
            writer,
            "message",
            $"{stack}: {Names.Type(finding.Resource.Type)} {finding.Resource.Name}: {finding.Verdict.Detail}. {finding.Rule.Fix}"
        );
        writer.WriteStartArray("locations");
        writer.WriteStartObject();
        writer.WriteStartObject("physicalLocation");
        writer.WriteStartObject("artifactLocation");
        writer.WriteString("uri", file);
        writer.WriteEndObject();
        // The program is code and says no line of the file; code scanning wants one.
        writer.WriteStartObject("region");
        writer.WriteNumber("startLine", 1);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteStartArray("logicalLocations");
        writer.WriteStartObject();
        writer.WriteString("name", finding.Resource.Name);
        writer.WriteString("fullyQualifiedName", finding.Resource.Urn);
        writer.WriteString("kind", "resource");
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteStartObject("partialFingerprints");
        writer.WriteString("ruleAndResource/v1", Fingerprint(finding));
        writer.WriteEndObject();
        if (finding.Waiver is { } waiver)
        {
            writer.WriteStartArray("suppressions");
            writer.WriteStartObject();
            writer.WriteString("kind", "external");
            writer.WriteString("status", "accepted");
            writer.WriteString("justification", $"{waiver.Reason} ({waiver.Owner}, until {waiver.Expires:yyyy-MM-dd})");
            writer.WriteEndObject();
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
    }

    private static string Level(Grade grade) =>
        grade switch
        {
            Grade.Critical or Grade.High => "error",
            Grade.Medium => "warning",
            _ => "note",
        };

    // What makes it the same finding in the next run, whatever line it stands at.
    private static string Fingerprint(Finding finding) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{finding.Rule.Id}\n{finding.Resource.Urn}")));

    private static void Text(Utf8JsonWriter writer, string name, string text)
    {
        writer.WriteStartObject(name);
        writer.WriteString("text", text);
        writer.WriteEndObject();
    }
}
