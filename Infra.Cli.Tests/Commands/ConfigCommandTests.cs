using System.Text.Json;

namespace Infra.Cli.Tests.Commands;

public sealed class ConfigCommandTests
{
    private TemporaryFolder _project = null!;

    [SetUp]
    public void Lay_out() => _project = Cli.Project();

    [TearDown]
    public void Clean_up() => _project.Dispose();

    [Test]
    public async Task Every_setting_says_its_value_its_source_and_what_is_allowed()
    {
        var lines = File.ReadAllLines(_project.File("Pulumi.dev.yaml")).Length;
        File.AppendAllText(_project.File("Pulumi.dev.yaml"), "    network:\n      cidr: 10.0.0.0/17\n");
        var ran = await Cli.RunAsync(_project.Path, "config", "dev");
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Assert.That(ran.Out, Does.Match(@"^idp-infra · dev · idp-server\n\n"));
        Assert.That(ran.Out, Does.Match($@"(?m)^  cidr +10\.0\.0\.0/17 +Pulumi\.dev\.yaml:{lines + 2} +an IPv4 block"));
        Assert.That(ran.Out, Does.Match(@"(?m)^  natGateways +single +environment default \(dev\) +none, single or per-az$"));
        Assert.That(ran.Out, Does.Match(@"(?m)^aws:region +ap-northeast-1 +Pulumi\.dev\.yaml:\d+$"));
        Assert.That(
            ran.Out,
            Does.Not.Contain("idp-infra:settings").And.Not.Contain("idp-infra:secrets").And.Contain("idp-infra:system")
        );
    }

    [Test]
    public async Task As_JSON_it_is_one_document_on_standard_output()
    {
        var ran = await Cli.RunAsync(_project.Path, "config", "prod", "--json");
        using var document = JsonDocument.Parse(ran.Out);
        var settings = document.RootElement.GetProperty("settings").EnumerateArray().ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.RootElement.GetProperty("stack").GetString(), Is.EqualTo("prod"));
            Assert.That(settings.Select(setting => setting.GetProperty("path").GetString()), Does.Contain("network.cidr"));
            Assert.That(document.RootElement.GetProperty("config").TryGetProperty("aws:region", out _));
        }
    }

    [Test]
    public async Task Wrong_settings_are_all_told_at_once()
    {
        File.AppendAllText(
            _project.File("Pulumi.dev.yaml"),
            "    netwrok: {}\n    network:\n      cidr: 7\n      natGateways: many\n"
        );
        var ran = await Cli.RunAsync(_project.Path, "config", "dev");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
        Assert.That(
            ran.Error,
            Does.StartWith("Pulumi.dev.yaml").And.Contain("network.cidr: got the number 7").And.Contain("network.natGateways")
        );
        Assert.That(ran.Error, Does.Contain("did you mean network?").And.Not.Contain("   at "));
        Assert.That(ran.Out, Is.Empty);
    }

    [Test]
    public async Task A_secret_that_nobody_knows_is_told_and_not_shown()
    {
        File.AppendAllText(_project.File("Pulumi.dev.yaml"), "  idp-infra:secrets:\n    githubToken: hunter2-canary\n");
        var ran = await Cli.RunAsync(_project.Path, "config", "dev");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
            Assert.That(ran.Error, Does.Contain("secrets.githubToken: unknown key; this system takes no secrets"));
            Assert.That(ran.Error + ran.Out, Does.Not.Contain("hunter2-canary"));
        }
    }

    [Test]
    public async Task The_schema_is_for_editors()
    {
        var ran = await Cli.RunAsync(_project.Path, "config", "schema", "idp-server");
        using var schema = JsonDocument.Parse(ran.Out);
        Assert.That(schema.RootElement.GetProperty("properties").TryGetProperty("network", out _), ran.ToString());
        var unknown = await Cli.RunAsync(_project.Path, "config", "schema", "nobody");
        Assert.That(unknown.ExitCode, Is.EqualTo(ExitCodes.BadInput));
        Assert.That(unknown.Error, Does.Contain("idp-server"));
    }
}
