using System.Text.Json;
using Automation.Tests.StandIns;

namespace Infra.Cli.Tests.Deploying;

/// <summary><c>infra up</c>, from the review to the outputs, against stand-ins for <c>pulumi</c> and <c>aws</c>.</summary>
public sealed class UpCommandTests
{
    private static readonly string Key = DeployProject.Urn("dev", "idp:system:IdpServer$aws:kms/key:Key", "extra-key");

    private DeployProject _project = null!;

    [SetUp]
    public void Lay_out() => _project = DeployProject.Make();

    [TearDown]
    public void Clean_up() => _project.Dispose();

    [Test]
    public async Task A_stack_is_reviewed_previewed_by_Pulumi_and_deployed()
    {
        (await _project.DeployedAsync("dev")).Does(("create", Key));

        var ran = await _project.RunAsync("up", "dev");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(
                _project.Asked,
                Is.EqualTo(
                    new[] { "stack select", "stack export", "preview", "up", "stack output", "stack output", "stack history" }
                )
            );
            Assert.That(
                _project.Pulumi.Lines.ElementAt(3),
                Does.StartWith("up --yes --skip-preview").And.Contain("--message infra up: ").And.Contain("Real values")
            );
            Assert.That(
                ran.Out,
                Does.Contain("against the state of the stack").And.Contain("Guardrails ").And.Contain("Cost  "),
                "the review"
            );
            Assert.That(ran.Error, Does.Contain("aws:kms:Key extra-key: the review says nothing, Pulumi's own preview create"));
            Assert.That(ran.Out, Does.Match(@"(?m)^\+  aws:kms:Key extra-key  created \([0-9.]+ s\)  1/1$"));
            Assert.That(ran.Out, Does.Match(@"(?m)^dev: deployed, 2 create \(.+ s\)$"));
            Assert.That(ran.Out, Does.Match(@"(?m)^token +\[secret\]$").And.Match("(?m)^url +https://idp.acme.test$"));
            Assert.That(ran.ToString(), Does.Not.Contain("canary"));
        }
    }

    [Test]
    public async Task The_official_packages_are_what_is_deployed_with()
    {
        (await _project.DeployedAsync("dev")).Does();
        await _project.RunAsync("up", "dev");
        Assert.That(
            _project.Pulumi.Calls.Single(call => call.Line.StartsWith("up ", StringComparison.Ordinal)).Environment[
                "PulumiPackages"
            ],
            Is.EqualTo("nuget")
        );
    }

    [Test]
    public async Task A_program_gets_one_document_and_people_the_rest()
    {
        (await _project.DeployedAsync("dev")).Does(("create", Key));

        var ran = await _project.RunAsync("up", "dev", "--json");

        using var document = JsonDocument.Parse(ran.Out);
        var root = document.RootElement;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(root.GetProperty("stack").GetString(), Is.EqualTo("dev"));
            Assert.That(root.GetProperty("result").GetString(), Is.EqualTo("succeeded"));
            Assert.That(root.GetProperty("resources").GetInt32(), Is.EqualTo(1));
            Assert.That(root.GetProperty("changes").GetProperty("create").GetInt32(), Is.EqualTo(2));
            Assert.That(root.GetProperty("outputs").GetProperty("token").GetString(), Is.EqualTo("[secret]"));
            Assert.That(ran.Error, Does.Contain("Guardrails ").And.Contain("dev: deployed"));
        }
    }

    [Test]
    public async Task Production_goes_on_when_yes_is_typed()
    {
        (await _project.DeployedAsync("prod")).Does(("create", Key.Replace(":dev:", ":prod:", StringComparison.Ordinal)));
        var ran = await _project.TypeAsync("yes\n", "up", "prod");
        Assert.That((ran.ExitCode, _project.Asked.Contains("up")), Is.EqualTo((0, true)), ran.ToString());
    }

    [TestCase("y\n", "got y, want yes; nothing was done")]
    [TestCase("", "nobody typed yes; --yes goes ahead without")]
    public async Task Production_does_not_go_on_without_it(string typed, string why)
    {
        (await _project.DeployedAsync("prod")).Does(("create", Key.Replace(":dev:", ":prod:", StringComparison.Ordinal)));
        var ran = await _project.TypeAsync(typed, "up", "prod");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.Refused), ran.ToString());
            Assert.That(ran.Error, Does.Contain(why));
            Assert.That(_project.Asked, Has.None.EqualTo("up"));
        }
    }

    [Test]
    public async Task What_fails_in_the_middle_is_told_by_resource_and_what_was_done_stays_done()
    {
        var queue = DeployProject.Urn("dev", "idp:system:IdpServer$aws:sqs/queue:Queue", "extra-queue");
        (await _project.DeployedAsync("dev"))
            .Previews(("create", Key), ("create", queue))
            .Ups(
                new StandInAnswer
                {
                    ExitCode = 1,
                    Error = "error: update failed\n",
                    Events =
                    [
                        DeployProject.Step("resourcePreEvent", ("create", Key)),
                        DeployProject.Step("resourcePreEvent", ("create", queue)),
                        DeployProject.Step("resOutputsEvent", ("create", Key)),
                        DeployProject.Line(
                            "diagnosticEvent",
                            $$"""{"urn": "{{queue}}", "message": "<{%fg 1%}>QueueDeletedRecently<{%reset%}>: wait 60 seconds\n", "color": "raw", "severity": "error"}"""
                        ),
                        DeployProject.Step("resOpFailedEvent", ("create", queue)),
                    ],
                }
            );

        var ran = await _project.RunAsync("up", "dev");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.ProgramFailed), ran.ToString());
            Assert.That(
                ran.Out,
                Does.Contain("+  aws:kms:Key extra-key  created").And.Contain("+  aws:sqs:Queue extra-queue  failed")
            );
            Assert.That(ran.Out, Does.Contain("error: aws:sqs:Queue extra-queue: QueueDeletedRecently: wait 60 seconds"));
            Assert.That(ran.Out, Does.Contain("dev: failed with 1 of 2 resources done"));
            Assert.That(ran.Error, Does.Contain("dev: Pulumi stopped with an error, see above"));
        }
    }

    [Test]
    public async Task Ctrl_C_lets_Pulumi_end_what_it_has_begun()
    {
        (await _project.DeployedAsync("dev"))
            .Previews(("create", Key))
            .Ups(
                new StandInAnswer
                {
                    Events =
                    [
                        DeployProject.Step("resourcePreEvent", ("create", Key)),
                        DeployProject.Step("resOutputsEvent", ("create", Key)),
                    ],
                    Hangs = true,
                }
            );

        var ran = await Cli.InterruptWhenAsync(
            _project.Folder.Path,
            _project.Variables,
            () => _project.Asked.Contains("up"),
            "up",
            "dev"
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.Cancelled), ran.ToString());
            Assert.That(ran.Out, Does.Contain("dev: stopped with 1 of 1 resource done"));
        }
    }
}
