using System.Text;
using System.Text.RegularExpressions;
using Review.Guardrails;

namespace Review.Tests.Guardrails;

/// <summary>The page of all rules, and what holds of every one.</summary>
internal sealed partial class CatalogPageTests
{
    private static readonly string[] Elsewhere =
    [
        "CIS ",
        "CKV_AWS_",
        "CKV2_AWS_",
        "CKV_SECRET_",
        "AwsSolutions-",
        "Serverless-",
        "NIST.800.53.R5-",
        "Prowler ",
    ];

    [Test]
    public void The_page_tells_every_rule() => Golden.Check(Page(), "docs", "guardrails.md");

    [TestCaseSource(nameof(Rules))]
    public void A_rule_is_told_in_sentences(string id)
    {
        var rule = GuardrailCatalog.Find(id)!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rule.Id, Does.Match("^([A-Z][A-Za-z0-9]+\\.[0-9]+|[a-z][a-z0-9]*(-[a-z0-9]+)+)$"));
            Assert.That(rule.Title, Does.Match("^[A-Z].*[^. ]$").And.Length.LessThan(180));
            Assert.That(rule.Reason, Does.Match("^[A-Z].{15,}[.]$"));
            Assert.That(rule.Fix, Does.Match("^[A-Z].{10,}[.]$"));
            Assert.That(
                rule.Also,
                Has.All.Matches<string>(also =>
                    Elsewhere.Any(start => also!.StartsWith(start, StringComparison.Ordinal)) || Control().IsMatch(also!)
                )
            );
            Assert.That(rule.On, Does.Match("^[a-z]+:[A-Za-z0-9/]+:[A-Za-z0-9]+$"));
        }
    }

    [Test]
    public void There_are_at_least_a_hundred_and_twenty() => Assert.That(GuardrailCatalog.All, Has.Length.GreaterThan(120));

    [Test]
    public void An_id_is_found_in_any_letter_case() => Assert.That(GuardrailCatalog.Find("rds.3")?.Id, Is.EqualTo("RDS.3"));

    private static IEnumerable<string> Rules() => GuardrailCatalog.All.Select(rule => rule.Id);

    [GeneratedRegex("^[A-Z][A-Za-z0-9]+[.][0-9]+$")]
    private static partial Regex Control();

    private static string Page()
    {
        var page = new StringBuilder();
        page.Append(
            "# Guardrails\n\nWhat `infra check` asks of every stack. Written by a test from the rules themselves, in `Review/Guardrails/Rules`.\n\n"
        );
        page.Append(
            "Ids with a dot are controls of AWS Security Hub; the others are our own. A rule passes, fails, or cannot know: then the value is made up by AWS and only\n"
        );
        page.Append(
            "a deployment tells it. How to allow something for a while is in [cli.md](cli.md#infra-check-stack), how to add a rule in [CONTRIBUTING.md](../CONTRIBUTING.md#new-guardrail).\n"
        );
        foreach (
            var service in GuardrailCatalog
                .All.GroupBy(rule => Service(rule.On))
                .OrderBy(group => group.Key, StringComparer.Ordinal)
        )
        {
            page.Append(
                $"\n## {service.Key}\n\n| Rule | Grade | A stack passes when | Why | Repair | Elsewhere |\n|---|---|---|---|---|---|\n"
            );
            foreach (var rule in service)
                page.Append(
                    $"| {rule.Id} | {rule.Grade.ToString().ToLowerInvariant()} | {Cell(rule.Title)} | {Cell(rule.Reason)} | {Cell(rule.Fix)} | {string.Join(", ", rule.Also)} |\n"
                );
        }
        return page.ToString();
    }

    private static string Service(string type) =>
        type == Guardrail.WholeStack ? "the stack as a whole" : Regex.Match(type, "^[a-z]+:([a-z0-9A-Z]+)").Groups[1].Value;

    private static string Cell(string text) =>
        text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
