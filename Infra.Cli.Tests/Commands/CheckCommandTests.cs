using System.Text.Json;
using System.Xml.Linq;

namespace Infra.Cli.Tests.Commands;

/// <summary><c>infra check</c> on a small program with a database that is not encrypted, unless its stack says so.</summary>
public sealed class CheckCommandTests
{
    private TemporaryFolder _shop = null!;

    [SetUp]
    public void Lay_out() => _shop = Cli.Shop();

    [TearDown]
    public void Clean_up() => _shop.Dispose();

    [Test]
    public async Task What_is_to_do_is_told_with_rule_resource_property_and_way_out()
    {
        var ran = await CheckAsync("dev");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.Findings), ran.ToString());
            Assert.That(ran.Out, Does.Contain("! HIGH RDS.3  Databases are encrypted at rest\n"));
            Assert.That(
                ran.Out,
                Does.Match("    aws:rds:Instance shop-db +storageEncrypted: got false, want true\n    Set storageEncrypted: true")
            );
            Assert.That(
                ran.Out,
                Does.Match("(?m)^Guardrails +[0-9]+ pass, [1-9][0-9]* fail, 0 waived, [0-9]+ cannot know before deployment$")
            );
        }
    }

    [Test]
    public async Task A_waiver_allows_it_until_it_expires_and_is_told_when_nothing_needs_it()
    {
        Allow("RDS.3", "shop-*", Days(30));
        var allowed = await CheckAsync("dev");
        Allow("RDS.3", "shop-db", Days(-1));
        var expired = await CheckAsync("dev");
        Allow("RDS.3", "other-db", Days(30));
        var unused = await CheckAsync("dev");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(allowed.Out, Does.Not.Contain("! HIGH RDS.3"));
            Assert.That(
                allowed.Out,
                Does.Match(
                    "(?m)^ +RDS.3  aws:rds:Instance shop-db +nobody keeps anything here \\(shopkeepers, until [0-9-]{10}\\)$"
                )
            );
            Assert.That(expired.Out, Does.Contain("! HIGH RDS.3").And.Contain("dev: the waiver of RDS.3 on shop-db expired on"));
            Assert.That(unused.ExitCode, Is.EqualTo(ExitCodes.Findings));
            Assert.That(unused.Out, Does.Contain("dev: the waiver of RDS.3 on other-db is not used"));
        }
    }

    [Test]
    public async Task A_waiver_that_cannot_be_used_is_bad_input()
    {
        File.WriteAllText(_shop.File("Pulumi.dev.yaml"), "config:\n  shop:waivers:\n    - {rule: RDS.333, resource: shop-db}\n");
        var ran = await CheckAsync("dev");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
        Assert.That(
            ran.Error,
            Does.StartWith("Pulumi.dev.yaml: 4 problems\n  waivers[0].rule: got RDS.333").And.Contain("waivers[0].owner")
        );
    }

    [Test]
    public async Task As_JSON_every_finding_is_there_with_its_outcome()
    {
        Allow("RDS.3", "shop-db", Days(30));
        var ran = await CheckAsync("dev", "--json");
        using var document = JsonDocument.Parse(ran.Out);
        var stack = document.RootElement.GetProperty("stacks")[0];
        var finding = stack
            .GetProperty("findings")
            .EnumerateArray()
            .Single(finding => finding.GetProperty("rule").GetString() == "RDS.3");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.RootElement.GetProperty("version").GetInt32(), Is.EqualTo(1));
            Assert.That(stack.GetProperty("stack").GetString(), Is.EqualTo("dev"));
            Assert.That(finding.GetProperty("outcome").GetString(), Is.EqualTo("waived"));
            Assert.That(finding.GetProperty("severity").GetString(), Is.EqualTo("high"));
            Assert.That(
                finding.GetProperty("urn").GetString(),
                Does.StartWith("urn:pulumi:dev::shop::").And.EndWith("::shop-db")
            );
            Assert.That(finding.GetProperty("waiver").GetProperty("owner").GetString(), Is.EqualTo("shopkeepers"));
            Assert.That(ran.Error, Does.Contain("pass,"));
        }
    }

    [Test]
    public async Task As_SARIF_a_finding_stands_at_the_stack_file_and_a_waiver_suppresses_it()
    {
        var open = Result(await CheckAsync("dev", "--format", "sarif"), "RDS.3", out var rule);
        Allow("RDS.3", "shop-db", Days(30));
        var waived = Result(await CheckAsync("dev", "--format", "sarif"), "RDS.3", out _);
        var location = open.GetProperty("locations")[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(open.GetProperty("level").GetString(), Is.EqualTo("error"));
            Assert.That(
                open.GetProperty("message").GetProperty("text").GetString(),
                Does.Contain("storageEncrypted: got false, want true")
            );
            Assert.That(
                location.GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString(),
                Is.EqualTo("Pulumi.dev.yaml")
            );
            Assert.That(
                location.GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32(),
                Is.EqualTo(1)
            );
            Assert.That(location.GetProperty("logicalLocations")[0].GetProperty("name").GetString(), Is.EqualTo("shop-db"));
            Assert.That(rule.GetProperty("properties").GetProperty("security-severity").GetString(), Is.EqualTo("8.0"));
            Assert.That(open.TryGetProperty("suppressions", out _), Is.False);
            Assert.That(
                waived.GetProperty("suppressions")[0].GetProperty("justification").GetString(),
                Does.StartWith("nobody keeps anything here")
            );
            Assert.That(
                waived.GetProperty("partialFingerprints").GetRawText(),
                Is.EqualTo(open.GetProperty("partialFingerprints").GetRawText()),
                "the same finding is known again"
            );
        }
    }

    [Test]
    public async Task As_JUnit_a_rule_is_a_test_that_fails_or_is_skipped()
    {
        var failed = Test(await CheckAsync("dev", "--format", "junit"));
        Allow("RDS.3", "shop-db", Days(30));
        var skipped = Test(await CheckAsync("dev", "--format", "junit"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                failed.Element("failure")!.Value,
                Is.EqualTo("aws:rds:Instance shop-db: storageEncrypted: got false, want true")
            );
            Assert.That(failed.Attribute("classname")!.Value, Is.EqualTo("dev"));
            Assert.That(skipped.Element("failure"), Is.Null);
            Assert.That(
                skipped.Element("skipped")!.Attribute("message")!.Value,
                Is.EqualTo("aws:rds:Instance shop-db: waived: nobody keeps anything here")
            );
        }
    }

    [Test]
    public async Task No_format_shows_a_secret()
    {
        const string Secret = "canary-5up3r-s3cret";
        File.WriteAllText(_shop.File("Pulumi.dev.yaml"), $"config:\n  shop:password: {Secret}\n");
        foreach (var format in new[] { "table", "json", "sarif", "junit" })
        {
            var ran = await CheckAsync("dev", "--format", format);
            Assert.That(ran.ToString(), Does.Not.Contain(Secret), format);
            Assert.That(ran.Out, Does.Contain("RDS.3"), format);
        }
    }

    [TestCase("--format", "xml", "--format: 1 problem\n  got xml, want table, json, sarif or junit")]
    [TestCase("--format", "3", "got 3, want table, json, sarif or junit")]
    [TestCase("--explain", "RDS.33333333", "got RDS.33333333, want the id of a rule")]
    [TestCase("--explain", "RDS3", "did you mean RDS.3?")]
    [TestCase("--all", "", "got the stack dev too, want one of both")]
    public async Task Bad_arguments_are_told_with_a_way_out(string option, string value, string hint)
    {
        string[] arguments = value.Length == 0 ? [option] : [option, value];
        var ran = await CheckAsync("dev", arguments);
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
        Assert.That(ran.Error, Does.Contain(hint));
        Assert.That(ran.Out, Is.Empty);
    }

    [Test]
    public async Task A_program_that_fails_is_told_and_nothing_is_claimed_to_pass()
    {
        var ran = await Cli.RunAsync(_shop.Path, "check", "dev", "--program", $"{Cli.Sample} crash");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.ProgramFailed), ran.ToString());
        Assert.That(ran.Error, Does.Contain("the shop is closed"));
        Assert.That(ran.Out, Does.Not.Contain("pass"));
    }

    [Test]
    public async Task The_list_and_one_rule_need_no_project()
    {
        using var empty = new TemporaryFolder();
        var list = await Cli.RunAsync(empty.Path, "check", "--list", "--json");
        var one = await Cli.RunAsync(empty.Path, "check", "--explain", "rds.3");
        using var rules = JsonDocument.Parse(list.Out);
        var rule = rules.RootElement.EnumerateArray().Single(rule => rule.GetProperty("id").GetString() == "RDS.3");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rule.GetProperty("also").EnumerateArray().Select(also => also.GetString()), Does.Contain("CKV_AWS_16"));
            Assert.That(
                one.Out,
                Does.StartWith("RDS.3  Databases are encrypted at rest\n")
                    .And.Contain("CKV_AWS_16")
                    .And.Contain("waivers: rule: RDS.3")
            );
        }
    }

    [Test]
    public async Task Five_planted_mistakes_are_found_by_their_ids()
    {
        var ran = await Cli.RunAsync(_shop.Path, "check", "dev", "--json", "--program", $"{Cli.Sample} careless");
        using var document = JsonDocument.Parse(ran.Out);
        var found = document
            .RootElement.GetProperty("stacks")[0]
            .GetProperty("findings")
            .EnumerateArray()
            .Where(finding => finding.GetProperty("outcome").GetString() == "fail")
            .Select(finding => $"{finding.GetProperty("rule").GetString()} {finding.GetProperty("name").GetString()}")
            .ToList();
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.Findings));
        Assert.That(
            found,
            Is.SupersetOf([
                "EC2.19 group", // the database's port is open to the world
                "S3.17 receipts", // nothing encrypts the bucket
                "IAM.1 task", // a role may do everything
                "ECS.8 shop", // the password is in the environment
                "ELB.17 old-tls", // TLS 1.0 is spoken
            ])
        );
        Assert.That(ran.Out, Does.Not.Contain("correct horse"));
    }

    private Task<Ran> CheckAsync(string stack, params string[] options) =>
        Cli.RunAsync(_shop.Path, ["check", stack, "--program", Cli.Sample, .. options]);

    private void Allow(string rule, string resource, DateOnly expires) =>
        File.WriteAllText(
            _shop.File("Pulumi.dev.yaml"),
            $"config:\n  shop:waivers:\n    - {{rule: {rule}, resource: \"{resource}\", reason: nobody keeps anything here, owner: shopkeepers, expires: \"{expires:yyyy-MM-dd}\"}}\n"
        );

    private static DateOnly Days(int days) => DateOnly.FromDateTime(DateTime.UtcNow).AddDays(days);

    private static JsonElement Result(Ran ran, string id, out JsonElement rule)
    {
        var run = JsonDocument.Parse(ran.Out).RootElement.GetProperty("runs")[0];
        rule = run.GetProperty("tool")
            .GetProperty("driver")
            .GetProperty("rules")
            .EnumerateArray()
            .Single(rule => rule.GetProperty("id").GetString() == id);
        return run.GetProperty("results").EnumerateArray().Single(result => result.GetProperty("ruleId").GetString() == id);
    }

    private static XElement Test(Ran ran) =>
        XDocument
            .Parse(ran.Out)
            .Descendants("testcase")
            .Single(test => test.Attribute("name")!.Value.StartsWith("RDS.3 ", StringComparison.Ordinal));
}
