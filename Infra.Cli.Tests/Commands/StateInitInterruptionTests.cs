using Infra.Cli.Tests.Tools;

namespace Infra.Cli.Tests.Commands;

/// <summary>What Ctrl-C does to <c>infra state init</c>.</summary>
public sealed class StateInitInterruptionTests
{
    private const string Stack = "bootstrap-prod";

    private TemporaryFolder _project = null!;

    [SetUp]
    public void Lay_out() => _project = Cli.Project();

    [TearDown]
    public void Clean_up() => _project.Dispose();

    [Test]
    public async Task Ctrl_C_lets_an_update_end_what_it_has_begun()
    {
        using var tools = StateStandIns
            .Fresh()
            .Instead("pulumi up --yes")
            .Plays(
                "pulumi up --yes",
                "trap 'echo heard >\"$here/heard\"; exit 8' INT\n: >\"$here/up\"\nwhile :; do sleep 0.1; done\n"
            );
        var ran = await Cli.InterruptWhenAsync(
            _project.Path,
            tools.Variables,
            () => tools.Has("up"),
            "state",
            "init",
            Stack,
            "--yes"
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.Cancelled), ran.ToString());
            Assert.That(tools.Left("heard"), Is.EqualTo("heard\n"));
        }
    }
}
