using System.Text.Json;
using Automation.Tests.StandIns;

namespace Infra.Cli.Tests.Deploying;

/// <summary><c>infra refresh</c>: what is not as the state says.</summary>
public sealed class RefreshCommandTests
{
    private const string Bucket = "urn:pulumi:dev::idp-infra::aws:s3/bucket:Bucket::logs";
    private const string Queue = "urn:pulumi:dev::idp-infra::aws:sqs/queue:Queue::mail";

    private DeployProject _project = null!;

    [SetUp]
    public async Task Lay_out() => _project = await DeployProject.Make().DeployedAsync("dev");

    [TearDown]
    public void Clean_up() => _project.Dispose();

    [Test]
    public async Task Nothing_differs()
    {
        Finds();
        var ran = await _project.RunAsync("refresh", "dev", "--dry-run");
        Assert.That((ran.ExitCode, ran.Out), Is.EqualTo((0, "dev: AWS has what the state says\n")), ran.ToString());
    }

    [Test]
    public async Task What_differs_is_a_finding_and_the_state_is_left_alone()
    {
        Finds(
            Event("update", Bucket, """{"tags.Owner": {"diffKind": "update", "inputDiff": false}}"""),
            Event("delete", Queue, "null")
        );
        var ran = await _project.RunAsync("refresh", "dev", "--dry-run", "--json");
        using var document = JsonDocument.Parse(ran.Out);
        var drift = document.RootElement.GetProperty("drift");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.Findings), ran.ToString());
            Assert.That(
                ran.Error,
                Does.Contain("~ aws:s3:Bucket logs  tags.Owner").And.Contain("- aws:sqs:Queue mail  deleted in AWS")
            );
            Assert.That(drift[0].GetProperty("paths")[0].GetString(), Is.EqualTo("tags.Owner"));
            Assert.That(drift[1].GetProperty("gone").GetBoolean(), Is.True);
            Assert.That(_project.Pulumi.Lines.Count(line => line.StartsWith("refresh", StringComparison.Ordinal)), Is.EqualTo(1));
            Assert.That(
                _project.Pulumi.Lines.Single(line => line.StartsWith("refresh", StringComparison.Ordinal)),
                Does.Contain("--preview-only")
            );
        }
    }

    [Test]
    public async Task What_differs_is_written_into_the_state()
    {
        Finds(Event("update", Bucket, "null"));
        var ran = await _project.RunAsync("refresh", "dev");
        var calls = _project.Pulumi.Lines.Where(line => line.StartsWith("refresh", StringComparison.Ordinal)).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(calls, Has.Count.EqualTo(2));
            Assert.That(calls[1], Does.Contain("--yes").And.Not.Contain("--preview-only"));
            Assert.That(ran.Out, Does.Contain("dev: the state is as AWS is"));
        }
    }

    private void Finds(params string[] events) =>
        _project
            .Pulumi.Answer("refresh", new StandInAnswer { Events = events })
            .Answer(
                "stack history",
                """[{"kind": "refresh", "startTime": "2026-11-21T10:00:00.000Z", "message": "", "environment": {}, "config": {}, "result": "succeeded", "endTime": "2026-11-21T10:01:00.000Z", "version": 8}]"""
            );

    private static string Event(string op, string urn, string detail)
    {
        var type = urn.Split("::")[2];
        return DeployProject.Line(
            "resOutputsEvent",
            $$"""{ "metadata": { "op": "{{op}}", "urn": "{{urn}}", "type": "{{type}}", "old": null, "new": null, "detailedDiff": {{detail}}, "provider": "" } }"""
        );
    }
}
