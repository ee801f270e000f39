using Infra.Cli.Tests.Tools;

namespace Infra.Cli.Tests.Commands;

/// <summary><c>infra state init --local</c>.</summary>
public sealed class LocalStateTests
{
    private TemporaryFolder _project = null!;

    [SetUp]
    public void Lay_out() => _project = Cli.Project();

    [TearDown]
    public void Clean_up() => _project.Dispose();

    private string Url => $"file://{_project.Path}/.state/local";

    [Test]
    public async Task A_folder_and_a_stack_are_made_and_the_way_there_is_told()
    {
        using var tools = new StandIns("pulumi")
            .Says("pulumi stack ls", "[]")
            .Plays("pulumi stack init", "echo \"$PULUMI_BACKEND_URL $PULUMI_CONFIG_PASSPHRASE\" >\"$here/seen\"");
        var ran = await RunAsync(tools, "canary", "dev");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(
                tools.Calls[^1],
                Is.EqualTo("pulumi stack init dev --secrets-provider passphrase --no-select --non-interactive")
            );
            Assert.That(tools.Left("seen"), Is.EqualTo($"{Url} canary\n"));
            Assert.That(Directory.Exists(_project.File(".state/local")), Is.True);
            Assert.That(
                ran.Out,
                Does.Contain($"export PULUMI_BACKEND_URL='{Url}'").And.Contain("--secrets-provider='passphrase'")
            );
            Assert.That(ran.Out + ran.Error, Does.Not.Contain("canary"));
        }
    }

    [Test]
    public async Task A_stack_that_is_there_is_left_as_it_is()
    {
        using var tools = new StandIns("pulumi").Says(
            "pulumi stack ls",
            """[{"name": "dev"}, {"name": "devil", "resourceCount": 3}]"""
        );
        var ran = await RunAsync(tools, "canary", "dev");
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Assert.That(tools.Calls, Is.EqualTo(new[] { "pulumi stack ls --json --non-interactive" }));
        Assert.That(ran.Error, Is.EqualTo("dev: is there already\n"));
    }

    [TestCase("prod", "canary", ExitCodes.Refused, "prod: refused, --local is for trials")]
    [TestCase(
        "dev",
        "",
        ExitCodes.BadInput,
        "dev: got no passphrase, want PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE"
    )]
    public async Task What_is_no_trial_or_could_not_be_opened_again_is_refused(
        string stack,
        string passphrase,
        int exit,
        string message
    )
    {
        using var tools = new StandIns("pulumi");
        var ran = await RunAsync(tools, passphrase, stack);
        Assert.That(ran.ExitCode, Is.EqualTo(exit), ran.ToString());
        Assert.That(ran.Error, Does.Contain(message));
        Assert.That(tools.Calls, Is.Empty);
        Assert.That(Directory.Exists(_project.File(".state")), Is.False);
    }

    [Test]
    public async Task A_dry_run_makes_nothing()
    {
        using var tools = new StandIns("pulumi");
        var ran = await RunAsync(tools, "", "dev", "--dry-run");
        Assert.That(
            ran.Out,
            Is.EqualTo(
                $"PULUMI_BACKEND_URL='{Url}' pulumi stack init dev --secrets-provider passphrase --no-select --non-interactive\n"
            )
        );
        Assert.That(Directory.Exists(_project.File(".state")), Is.False);
    }

    private Task<Ran> RunAsync(StandIns tools, string passphrase, params string[] arguments)
    {
        var variables = tools.Variables;
        variables["PULUMI_CONFIG_PASSPHRASE"] = passphrase.Length == 0 ? null : passphrase;
        return Cli.RunAsync(_project.Path, variables, ["state", "init", "--local", .. arguments]);
    }
}
