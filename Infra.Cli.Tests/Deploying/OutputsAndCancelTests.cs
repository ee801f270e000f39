using Automation.Tests.StandIns;

namespace Infra.Cli.Tests.Deploying;

/// <summary><c>infra outputs</c> and <c>infra cancel</c>.</summary>
public sealed class OutputsAndCancelTests
{
    private DeployProject _project = null!;

    [SetUp]
    public void Lay_out()
    {
        _project = DeployProject.Make();
        _project
            .Pulumi.Answer("stack output", """{"url": "https://idp.acme.test", "zones": ["a", "c"], "token": "[secret]"}""")
            .Answer("stack output", """{"url": "https://idp.acme.test", "zones": ["a", "c"], "token": "canary-token"}""")
            .Answer("stack output", """{"url": "https://idp.acme.test", "zones": ["a", "c"], "token": "[secret]"}""")
            .Answer("cancel");
    }

    [TearDown]
    public void Clean_up() => _project.Dispose();

    [Test]
    public async Task Outputs_are_sorted_and_secrets_masked()
    {
        var ran = await _project.RunAsync("outputs", "dev");
        Assert.That(ran.Out, Is.EqualTo("token  [secret]\nurl    https://idp.acme.test\nzones  [\"a\",\"c\"]\n"), ran.ToString());
    }

    [Test]
    public async Task Secrets_are_shown_to_who_asks()
    {
        var ran = await _project.RunAsync("outputs", "dev", "--show-secrets", "--json");
        Assert.That(ran.Out, Does.Contain("\"token\": \"canary-token\"").And.Contain("\"zones\""), ran.ToString());
    }

    [Test]
    public async Task One_output_is_told_as_it_is()
    {
        var ran = await _project.RunAsync("outputs", "dev", "--name", "url");
        Assert.That((ran.ExitCode, ran.Out), Is.EqualTo((0, "https://idp.acme.test\n")), ran.ToString());
    }

    [Test]
    public async Task A_misspelt_output_is_bad_input()
    {
        var ran = await _project.RunAsync("outputs", "dev", "--name", "urk");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
            Assert.That(ran.Error, Does.Contain("got urk, want an output of dev; did you mean url?"));
        }
    }

    [Test]
    public async Task A_stack_is_freed_when_that_is_wanted()
    {
        _project.Pulumi.Answer(
            "stack history",
            """[{"kind": "update", "startTime": "2026-11-21T10:00:00.000Z", "message": "infra up: abc", "environment": {}, "config": {}, "result": "in-progress", "version": 8}]"""
        );

        var refused = await _project.TypeAsync("no\n", "cancel", "dev");
        var done = await _project.TypeAsync("yes\n", "cancel", "dev");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.ExitCode, Is.EqualTo(ExitCodes.Refused), refused.ToString());
            Assert.That(done.ExitCode, Is.Zero, done.ToString());
            Assert.That(
                done.Error,
                Does.Contain("the last update began 2026-11-21 10:00:00 UTC (update, inprogress): infra up: abc")
            );
            Assert.That(done.Out, Does.Contain("dev: free again; run infra refresh dev"));
            Assert.That(
                _project.Pulumi.Lines.Where(line => line.StartsWith("cancel", StringComparison.Ordinal)),
                Is.EqualTo(new[] { "cancel --yes --stack dev" })
                    .Or.EqualTo(new[] { "cancel --yes --stack dev --non-interactive" })
            );
        }
    }

    [Test]
    public async Task A_stack_nobody_works_on_has_nothing_to_cancel()
    {
        _project
            .Pulumi.Answer("stack history", "[]")
            .Forget("cancel")
            .Answer("cancel", new StandInAnswer { ExitCode = 1, Error = "error: no lock to delete\n" });
        var ran = await _project.RunAsync("cancel", "dev", "--yes");
        Assert.That(
            (ran.ExitCode, ran.Error.Contains("error: no lock to delete", StringComparison.Ordinal)),
            Is.EqualTo((ExitCodes.ProgramFailed, true)),
            ran.ToString()
        );
    }
}
