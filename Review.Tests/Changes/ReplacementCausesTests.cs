using System.Text.Json;
using Engine.Planning;
using Review.Changes;

namespace Review.Tests.Changes;

public sealed class ReplacementCausesTests
{
    // Not in the schema, where the provider itself decides.
    private static readonly string[] Decided = ["aws:cognito/userPool:UserPool schemas"];

    private static readonly string Root = Find();

    private static IEnumerable<ReplacementCause> WithPages => ReplacementCauses.Rows.Where(row => row.Runbook is not null);

    [Test]
    public void Every_property_forces_a_replacement_as_the_schema_says()
    {
        using var schema = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Root, "Sdk", "schemas", "aws.json")));
        var resources = schema.RootElement.GetProperty("resources");
        var wrong =
            from row in ReplacementCauses.Rows
            where row.Property != "*" && !Decided.Contains($"{row.Type} {row.Property}")
            let input = resources.GetProperty(row.Type).GetProperty("inputProperties").GetProperty(row.Property)
            where !input.TryGetProperty("willReplaceOnChanges", out var replaces) || !replaces.GetBoolean()
            select $"{row.Type} {row.Property}";

        Assert.That(wrong, Is.Empty);
    }

    [TestCaseSource(nameof(WithPages))]
    public void Every_page_has_its_section(ReplacementCause cause)
    {
        var (page, section) = cause.Runbook!.Split('#') is [var one, var two] ? (one, two) : (cause.Runbook!, null);
        var lines = File.ReadAllLines(Path.Combine(Root, "docs", "runbooks", page));

        Assert.That(
            section is null
                || lines.Any(line =>
                    line.StartsWith('#') && line.TrimStart('#', ' ').ToLowerInvariant().Replace(' ', '-') == section
                ),
            Is.True,
            cause.Runbook
        );
    }

    [Test]
    public void Only_a_replacement_has_a_cause()
    {
        var stack = StackText.Of("""aws:rds/instance:Instance db {"storageEncrypted": false, "allocatedStorage": 20}""");
        var replaced = Steps.Changing(stack, "db", "storageEncrypted", "true").Of("db");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                ReplacementCauses.Of(replaced).Select(cause => cause.Why),
                Is.EqualTo(["only a new instance can be encrypted"])
            );
            Assert.That(ReplacementCauses.Of(replaced with { Op = StepOp.Update }), Is.Empty);
            Assert.That(
                ReplacementCauses.Of(Steps.Changing(stack, "db", "engine", "\"mysql\"").Of("db")).Single().Runbook,
                Is.EqualTo("replace-a-database.md")
            );
        }
    }

    private static string Find()
    {
        var folder = TestContext.CurrentContext.TestDirectory;
        while (!File.Exists(Path.Combine(folder, "idp-infra.slnx")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
