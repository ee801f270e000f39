using System.Globalization;
using System.Xml;
using Review.Guardrails;

namespace Infra.Cli.Output.Guardrails;

/// <summary>What the guardrails say, as JUnit's XML: a suite for each stack, a test for each rule; what is waived or cannot be known is skipped.</summary>
internal static class CheckJunit
{
    private static readonly XmlWriterSettings Readable = new()
    {
        Indent = true,
        NewLineChars = "\n",
        OmitXmlDeclaration = true,
        CheckCharacters = false,
    };

    /// <summary>Writes the document.</summary>
    public static void Write(TextWriter output, IReadOnlyList<GuardrailReport> reports)
    {
        output.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        using (var writer = XmlWriter.Create(output, Readable))
        {
            writer.WriteStartElement("testsuites");
            foreach (var report in reports)
                Suite(writer, report);
            writer.WriteEndElement();
        }
        output.Write('\n');
    }

    private static void Suite(XmlWriter writer, GuardrailReport report)
    {
        var rules = report.Findings.GroupBy(finding => finding.Rule).ToList();
        var counts = report.Counts;
        writer.WriteStartElement("testsuite");
        writer.WriteAttributeString("name", $"infra check {report.Stack}");
        writer.WriteAttributeString("tests", Number(rules.Count + report.Notes.Length));
        writer.WriteAttributeString("failures", Number(counts.Fail + report.Notes.Length));
        writer.WriteAttributeString("skipped", Number(counts.Waived + counts.CannotKnow));
        foreach (var rule in rules)
            Case(writer, report.Stack, $"{rule.Key.Id} {rule.Key.Title}", () => Outcome(writer, [.. rule]));
        foreach (var note in report.Notes)
            Case(writer, report.Stack, note, () => Failure(writer, note, note));
        writer.WriteEndElement();
    }

    private static void Case(XmlWriter writer, string stack, string name, Action content)
    {
        writer.WriteStartElement("testcase");
        writer.WriteAttributeString("classname", stack);
        writer.WriteAttributeString("name", name);
        content();
        writer.WriteEndElement();
    }

    private static void Outcome(XmlWriter writer, List<Finding> findings)
    {
        if (findings.Exists(finding => finding.IsOpen))
            Failure(
                writer,
                findings[0].Rule.Fix,
                Lines(findings.Where(finding => finding.IsOpen), finding => finding.Verdict.Detail)
            );
        else if (findings.Exists(finding => finding.IsWaived))
            Skipped(writer, Lines(findings.Where(finding => finding.IsWaived), finding => $"waived: {finding.Waiver!.Reason}"));
        else if (findings.Exists(finding => finding.Verdict.Outcome == Review.Guardrails.Outcome.CannotKnow))
            Skipped(
                writer,
                Lines(
                    findings.Where(finding => finding.Verdict.Detail.Length > 0),
                    finding => $"cannot know: {finding.Verdict.Detail}"
                )
            );
    }

    private static void Failure(XmlWriter writer, string message, string text)
    {
        writer.WriteStartElement("failure");
        writer.WriteAttributeString("message", message);
        writer.WriteString(text);
        writer.WriteEndElement();
    }

    private static void Skipped(XmlWriter writer, string message)
    {
        writer.WriteStartElement("skipped");
        writer.WriteAttributeString("message", message);
        writer.WriteEndElement();
    }

    private static string Lines(IEnumerable<Finding> findings, Func<Finding, string> text) =>
        string.Join(
            '\n',
            findings.Select(finding => $"{Names.Type(finding.Resource.Type)} {finding.Resource.Name}: {text(finding)}")
        );

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
