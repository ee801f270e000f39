using System.Runtime.Versioning;
using System.Text.Json;

namespace Infra.Cli.Tests.Commands;

/// <summary>Plans that are kept: what stands in the file, how its secrets are compared, and that no secret leaves the command anywhere.</summary>
public sealed class PlanFileCommandTests
{
    private TemporaryFolder _shop = null!;

    [SetUp]
    public void Lay_out() => _shop = Cli.Shop();

    [TearDown]
    public void Clean_up() => _shop.Dispose();

    [Test]
    public async Task A_saved_plan_is_as_its_schema_says()
    {
        using var project = Cli.Project();
        var saved = await Cli.RunAsync(project.Path, "preview", "prod", "--save", "plan.json");
        using var schema = JsonDocument.Parse(
            File.ReadAllBytes(Path.Combine(Repository.Root, "docs", "schemas", "plan.schema.json"))
        );
        var text = File.ReadAllText(project.File("plan.json"));
        var check = new JsonSchemaCheck(schema.RootElement);
        using var plan = JsonDocument.Parse(text);
        using var spoilt = JsonDocument.Parse(text.Replace("\"custom\": true", "\"custom\": \"yes\""));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(saved.ExitCode, Is.Zero, saved.ToString());
            Assert.That(check.Problems(plan.RootElement), Is.Empty);
            Assert.That(check.Problems(spoilt.RootElement), Is.Not.Empty, "the check sees something");
            Assert.That(text, Does.Contain("hmac-sha256:"));
        }
        var same = await Cli.RunAsync(project.Path, "preview", "prod", "--baseline", "plan.json");
        Assert.That(
            same.Out,
            Does.Contain("0 to create, 0 to change, 0 to replace, 0 to delete, 277 unchanged"),
            same.ToString()
        );
    }

    [Test]
    [Platform(Exclude = "Win")]
    [UnsupportedOSPlatform("windows")]
    public async Task The_key_is_made_once_and_only_its_owner_can_read_it()
    {
        await PreviewAsync("--save", "plan.json");
        var key = _shop.File(".build/plan.key");
        var first = File.ReadAllText(key);
        await PreviewAsync("--save", "plan.json");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(first, Does.Match("^[0-9a-f]{64}\n$"));
            Assert.That(File.ReadAllText(key), Is.EqualTo(first));
            Assert.That(File.GetUnixFileMode(key), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
            Assert.That(File.ReadAllText(_shop.File("plan.json")), Does.Not.Contain(first.Trim()));
        }
    }

    [Test]
    public async Task A_changed_secret_is_seen_against_a_saved_plan_and_never_shown()
    {
        Configure("shop:plain: canary-one-1234");
        await PreviewAsync("--save", "plan.json");
        var same = await PreviewAsync("--baseline", "plan.json");
        Configure("shop:plain: canary-two-5678");
        var changed = await PreviewAsync("--baseline", "plan.json", "--diff");
        var digest = await PreviewAsync("--baseline", "plan.json", "--json");
        var comment = await PreviewAsync("--baseline", "plan.json", "--markdown");
        var expanded = await PreviewAsync("--baseline", "plan.json", "--expand", "--save", "again.json");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(same.Out, Does.Contain("0 to change, 0 to replace"), same.ToString());
            Assert.That(
                changed.Out,
                Does.Match(@"~ aws:rds:Instance …-db\n.*    password: \[secret\] → \[secret\]\n"),
                changed.ToString()
            );
            Assert.That(digest.Out, Does.Contain("\"password\": {\n                    \"kind\": \"update\""));
            Assert.That(comment.Out, Does.Contain("`aws:rds:Instance shop-db`: `password` `[secret]` → `[secret]`"));
            foreach (var ran in new[] { same, changed, digest, comment, expanded })
                Assert.That(ran.ToString(), Does.Not.Contain("canary"));
            foreach (var file in new[] { "plan.json", "again.json" })
                Assert.That(File.ReadAllText(_shop.File(file)), Does.Not.Contain("canary"));
        }
    }

    [Test]
    public async Task Under_another_key_it_is_said_once_that_secrets_cannot_be_compared()
    {
        Configure("shop:plain: canary-one-1234");
        await PreviewAsync("--save", "plan.json");
        Configure("shop:plain: canary-two-5678");
        var ran = await PreviewWithAsync(new() { ["INFRA_PLAN_KEY"] = new string('x', 40) }, "--baseline", "plan.json");
        var bad = await PreviewWithAsync(new() { ["INFRA_PLAN_KEY"] = "short" }, "--baseline", "plan.json");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(ran.Out, Does.Contain("0 to change"));
            Assert.That(ran.Error.Split("cannot be compared"), Has.Length.EqualTo(2), ran.Error);
            Assert.That(ran.Error, Does.Contain("1 secret of the baseline").And.Contain("INFRA_PLAN_KEY"));
            Assert.That(bad.ExitCode, Is.EqualTo(ExitCodes.BadInput));
            Assert.That(bad.Error, Does.Contain("INFRA_PLAN_KEY: 1 problem\n  got a text of 5 characters, want 32 or more"));
        }
    }

    [Test]
    public async Task An_approval_that_names_nothing_is_an_error()
    {
        await PreviewAsync("--save", "plan.json");
        var ran = await PreviewAsync("--baseline", "plan.json", "--approve-replace", "shop-db");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
        Assert.That(ran.Error, Does.Contain("--approve-replace shop-db: got a name of nothing whose data would be destroyed"));
    }

    private void Configure(string line) =>
        File.WriteAllText(_shop.File("Pulumi.dev.yaml"), $"config:\n  aws:region: eu-west-1\n  {line}\n");

    private Task<Ran> PreviewAsync(params string[] arguments) => PreviewWithAsync([], arguments);

    private Task<Ran> PreviewWithAsync(Dictionary<string, string?> variables, params string[] arguments) =>
        Cli.RunAsync(_shop.Path, variables, ["preview", "dev", "--program", Cli.Sample, .. arguments]);
}
