using Automation.Tests.StandIns;

namespace Infra.Cli.Tests.Deploying;

/// <summary><c>infra destroy</c> and what keeps it from beginning.</summary>
public sealed class DestroyCommandTests
{
    private DeployProject _project = null!;

    [SetUp]
    public void Lay_out() => _project = DeployProject.Make();

    [TearDown]
    public void Clean_up() => _project.Dispose();

    [Test]
    public async Task What_goes_and_what_is_lost_with_it_is_shown_and_nothing_is_done()
    {
        await _project.DeployedAsync("dev");
        var ran = await _project.RunAsync("destroy", "dev", "--dry-run");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(ran.Out, Does.Match(@"- aws:rds:Instance idp-server-postgresql +loses the databases in it"));
            Assert.That(ran.Out, Does.Match(@"(?m)^Destroy    \d+ resources: "));
            Assert.That(_project.Asked, Is.EqualTo(new[] { "stack select", "stack export" }));
        }
    }

    [Test]
    public async Task The_name_of_the_stack_must_be_typed()
    {
        var key = DeployProject.Urn(
            "dev",
            "idp:system:IdpServer$idp:security:EncryptionKey$aws:kms/key:Key",
            "idp-server-kms-key"
        );
        await _project.DeployedAsync("dev");
        _project.Pulumi.Answer(
            "destroy",
            new StandInAnswer
            {
                Events =
                [
                    DeployProject.Step("resourcePreEvent", ("delete", key)),
                    DeployProject.Step("resOutputsEvent", ("delete", key)),
                ],
            }
        );
        _project.Pulumi.Answer(
            "stack history",
            """[{"kind": "destroy", "startTime": "2026-11-21T10:00:00.000Z", "message": "", "environment": {}, "config": {}, "result": "succeeded", "endTime": "2026-11-21T10:01:00.000Z", "version": 8}]"""
        );

        var another = await _project.TypeAsync("yes\n", "destroy", "dev");
        var same = await _project.TypeAsync("dev\n", "destroy", "dev");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(another.ExitCode, Is.EqualTo(ExitCodes.Refused), another.ToString());
            Assert.That(another.Error, Does.Contain("got yes, want dev; nothing was done"));
            Assert.That(same.ExitCode, Is.Zero, same.ToString());
            Assert.That(same.Out, Does.Match(@"-  aws:kms:Key idp-server-kms-key  deleted \(.+\)  1/\d+"));
            Assert.That(_project.Asked.Count(asked => asked == "destroy"), Is.EqualTo(1));
            Assert.That(
                _project.Pulumi.Lines.Single(line => line.StartsWith("destroy ", StringComparison.Ordinal)),
                Does.StartWith("destroy --yes --skip-preview")
            );
        }
    }

    [Test]
    public async Task Production_is_protected_and_every_protected_resource_is_told()
    {
        await _project.DeployedAsync("prod");
        var ran = await _project.RunAsync("destroy", "prod", "--yes", "--approve-destroy", "prod");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.Refused), ran.ToString());
            Assert.That(
                ran.Error,
                Does.Contain(
                    "protected: aws:rds:Instance idp-server-postgresql; set protect: false under settings in Pulumi.prod.yaml"
                )
            );
            Assert.That(ran.Error, Does.Contain("protected: aws:kms:Key idp-server-kms-key"));
            Assert.That(_project.Asked, Has.None.EqualTo("destroy"));
        }
    }

    [Test]
    public async Task An_approval_of_another_stack_and_another_account_are_refused_together()
    {
        await _project.DeployedAsync("dev");
        _project
            .Aws.Instead("aws sts get-caller-identity")
            .Says("aws sts get-caller-identity", """{"Account": "999999999999", "Arn": "arn:aws:iam::999999999999:user/me"}""");
        var ran = await _project.RunAsync("destroy", "dev", "--yes", "--approve-destroy", "prod");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.Refused), ran.ToString());
            Assert.That(ran.Error, Does.Contain("--approve-destroy: got prod, want dev").And.Contain("account: the aws CLI is"));
        }
    }
}
