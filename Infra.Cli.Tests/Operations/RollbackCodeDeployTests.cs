using System.Text.Json;
using Infra.Cli.Tests.Tools;
using static Infra.Cli.Tests.Operations.OperationStandIns;

namespace Infra.Cli.Tests.Operations;

/// <summary>web-platform, whose service CodeDeploy deploys.</summary>
public sealed class RollbackCodeDeployTests
{
    private const string Get = "aws deploy get-deployment";

    private static readonly string Serving = $$"""
        {"services": [{"status": "ACTIVE", "taskSets": [
          {"status": "ACTIVE", "taskDefinition": "{{Revision(99)}}"},
          {"status": "PRIMARY", "taskDefinition": "{{Revision(
            42
        )}}", "loadBalancers": [{"containerName": "app", "containerPort": 3000}],
           "capacityProviderStrategy": [{"capacityProvider": "web-platform-prod-ec2", "weight": 1, "base": 0}]}]}]}
        """;

    private TemporaryFolder _project = null!;

    [SetUp]
    public void Lay_out() => _project = Cli.Project();

    [TearDown]
    public void Clean_up() => _project.Dispose();

    [Test]
    public async Task What_was_deployed_before_is_deployed_again_with_all_traffic_at_once()
    {
        using var tools = History()
            .Says("aws ecs describe-services", Serving)
            .Says("aws deploy create-deployment", """{"deploymentId": "d-NEW"}""")
            .Says(Get, Status("InProgress"))
            .Says(Get, Status("Succeeded"));
        var ran = await RunAsync(tools, "--yes");
        var call = RollbackCommandTests.Changing(tools).Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(ran.Out, Does.StartWith("web-platform-prod: web-platform from idp-server:42 to idp-server:40\n"));
            Assert.That(
                call,
                Does.StartWith(
                    "aws deploy create-deployment --application-name web-platform-prod-deploy --deployment-group-name web-platform-prod-deploy-group --deployment-config-name CodeDeployDefault.ECSAllAtOnce --description infra rollback --revision {"
                )
            );
            Assert.That(
                ran.Error,
                Does.Match(@"^web-platform: deployment d-NEW InProgress .+\nweb-platform: deployment d-NEW Succeeded .+\n$")
            );
            Assert.That(ran.Out, Does.Contain("infra up leaves the revision of this service alone"));
        }
        using var revision = JsonDocument.Parse(call[call.IndexOf('{', StringComparison.Ordinal)..(call.LastIndexOf('}') + 1)]);
        Assert.That(
            revision.RootElement.GetProperty("appSpecContent").GetProperty("content").GetString(),
            Is.EqualTo(
                $$$$$"""{"version":0.0,"Resources":[{"TargetService":{"Type":"AWS::ECS::Service","Properties":{"TaskDefinition":"{{{{{Revision(40)}}}}}","LoadBalancerInfo":{"ContainerName":"app","ContainerPort":3000},"CapacityProviderStrategy":[{"CapacityProvider":"web-platform-prod-ec2","Weight":1,"Base":0}]}}}]}"""
            )
        );
    }

    [Test]
    public async Task A_deployment_that_goes_on_is_stopped_and_its_way_back_watched()
    {
        using var tools = Aws()
            .Says("aws deploy list-deployments", """{"deployments": ["d-OPEN"]}""")
            .Plays("aws deploy stop-deployment", "echo '{\"status\": \"Pending\"}'")
            .Says(Get, Status("InProgress"))
            .Says(Get, Status("Stopped"))
            .Says(Get, Status("Stopped", """, "rollbackInfo": {"rollbackDeploymentId": "d-BACK"}"""))
            .Says(Get, Status("InProgress"))
            .Says(Get, Status("Succeeded"));
        var ran = await RunAsync(tools, "--yes");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(
                RollbackCommandTests.Changing(tools),
                Is.EqualTo([$"aws deploy stop-deployment --deployment-id d-OPEN --auto-rollback-enabled{Region}"])
            );
            Assert.That(tools.Calls[^1], Does.Contain("--deployment-id d-BACK"));
            Assert.That(
                ran.Error,
                Does.Match(@"d-OPEN Stopped .+\nweb-platform: deployment d-BACK InProgress .+\n.+ d-BACK Succeeded")
            );
        }
    }

    [Test]
    public async Task A_stopped_deployment_that_needs_no_way_back_is_at_its_end()
    {
        using var tools = Aws()
            .Says("aws deploy list-deployments", """{"deployments": ["d-OPEN"]}""")
            .Plays("aws deploy stop-deployment", "echo '{}'")
            .Says(Get, Status("Stopped"));
        var ran = await RunAsync(tools, "--yes");
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Assert.That(tools.Calls.Count(call => call.StartsWith(Get, StringComparison.Ordinal)), Is.EqualTo(6));
    }

    [Test]
    public async Task A_way_back_that_fails_is_a_failure_with_the_reason()
    {
        using var tools = History()
            .Says("aws ecs describe-services", Serving)
            .Says("aws deploy create-deployment", """{"deploymentId": "d-NEW"}""")
            .Says(Get, Status("Failed", """, "errorInformation": {"message": "the hook said no"}"""));
        var ran = await RunAsync(tools, "--yes");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.ProgramFailed), ran.ToString());
        Assert.That(ran.Error, Is.EqualTo("web-platform: deployment d-NEW is Failed: the hook said no\n"));
    }

    [Test]
    public async Task A_revision_cannot_be_named_while_a_deployment_goes_on()
    {
        using var tools = Aws().Says("aws deploy list-deployments", """{"deployments": ["d-OPEN"]}""");
        var ran = await RunAsync(tools, "--to", "7", "--yes");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.Refused), ran.ToString());
        Assert.That(ran.Error, Does.StartWith("web-platform: deployment d-OPEN goes on;"));
    }

    // The newest is what serves, the one before has the same revision, and CodeDeploy promises no order.
    private static StandIns History() =>
        RollbackCommandTests
            .Revisions(active: [42, 41, 40, 39], inactive: [])
            .Plays(
                "aws deploy list-deployments",
                Case(
                    ("Succeeded", """{"deployments": ["d-1", "d-2", "d-3", "d-4"]}"""),
                    ("InProgress", """{"deployments": []}""")
                )
            )
            .Says(
                "aws deploy batch-get-deployments",
                $$"""
                {"deploymentsInfo": [{{Deployed("01", 39)}}, {{Deployed("03", 42)}}, {{Deployed("04", 42)}}, {{Deployed(
                    "02",
                    40
                )}}]}
                """
            );

    private static string Deployed(string day, int revision) =>
        $$$"""
            {"createTime": "2026-01-{{{day}}}T00:00:00+00:00", "revision": {"revisionType": "AppSpecContent",
              "appSpecContent": {"content": "Resources:\n  - TargetService:\n      Properties:\n        TaskDefinition: \"{{{Revision(
                revision
            )}}}\"\n"} } }
            """;

    private static string Status(string status, string more = "") =>
        $"{{\"deploymentInfo\": {{\"status\": \"{status}\"{more}}}}}";

    private Task<Ran> RunAsync(StandIns tools, params string[] arguments) =>
        Cli.RunAsync(_project.Path, tools.Variables, ["rollback", "web-platform-prod", .. arguments, "--interval", "0.01"]);
}
