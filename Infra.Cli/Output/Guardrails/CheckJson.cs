using System.Text.Json;
using Review.Guardrails;

namespace Infra.Cli.Output.Guardrails;

/// <summary>What the guardrails say, as a document. Rules that pass are named only.</summary>
internal static class CheckJson
{
    private const int Version = 1;

    /// <summary>Writes the document.</summary>
    public static void Write(Utf8JsonWriter writer, IEnumerable<GuardrailReport> reports)
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", Version);
        writer.WriteStartArray("stacks");
        foreach (var report in reports)
            Stack(writer, report);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>The word for what became of a finding.</summary>
    public static string Word(Finding finding) =>
        finding.Verdict.Outcome switch
        {
            Outcome.Pass => "pass",
            Outcome.CannotKnow => "cannotKnow",
            _ => finding.Waiver is null ? "fail" : "waived",
        };

    private static void Stack(Utf8JsonWriter writer, GuardrailReport report)
    {
        writer.WriteStartObject();
        writer.WriteString("stack", report.Stack);
        writer.WriteStartObject("rules");
        writer.WriteNumber("pass", report.Counts.Pass);
        writer.WriteNumber("fail", report.Counts.Fail);
        writer.WriteNumber("waived", report.Counts.Waived);
        writer.WriteNumber("cannotKnow", report.Counts.CannotKnow);
        writer.WriteNumber("notApplicable", report.Counts.NotApplicable);
        writer.WriteEndObject();
        writer.WriteStartArray("findings");
        foreach (var finding in report.Findings.Where(finding => finding.Verdict.Outcome != Outcome.Pass))
            Write(writer, finding);
        writer.WriteEndArray();
        writer.WriteStartArray("passed");
        foreach (
            var id in report
                .Findings.Where(finding => finding.Verdict.Outcome == Outcome.Pass)
                .Select(finding => finding.Rule.Id)
                .Distinct()
        )
            writer.WriteStringValue(id);
        writer.WriteEndArray();
        writer.WriteStartArray("waiverNotes");
        foreach (var note in report.Notes)
            writer.WriteStringValue(note);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Finding finding)
    {
        writer.WriteStartObject();
        writer.WriteString("rule", finding.Rule.Id);
        writer.WriteString("severity", finding.Rule.Grade.ToString().ToLowerInvariant());
        writer.WriteString("outcome", Word(finding));
        writer.WriteString("title", finding.Rule.Title);
        writer.WriteString("urn", finding.Resource.Urn);
        writer.WriteString("type", finding.Resource.Type);
        writer.WriteString("name", finding.Resource.Name);
        writer.WriteString("detail", finding.Verdict.Detail);
        writer.WriteString("fix", finding.Rule.Fix);
        if (finding.Waiver is { } waiver)
        {
            writer.WriteStartObject("waiver");
            writer.WriteString("reason", waiver.Reason);
            writer.WriteString("owner", waiver.Owner);
            writer.WriteString(
                "expires",
                waiver.Expires.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
            );
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }
}
