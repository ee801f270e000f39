using System.Text.Json.Nodes;
using Infra.Tests;
using static Infra.Cli.Tests.Operations.OperationStandIns;

namespace Infra.Cli.Tests.Operations;

/// <summary><c>infra rollback</c> with the real AWS CLI, which knows every parameter and refuses any other.</summary>
[NeedsTools("awscli", "aws")]
[Platform("Linux,MacOsX")]
public sealed class RealClientRollbackTests
{
    private TemporaryFolder _project = null!;

    [SetUp]
    public void Lay_out() => _project = Cli.Project();

    [TearDown]
    public void Clean_up() => _project.Dispose();

    [Test]
    public async Task A_service_is_rolled_back_by_a_revision_that_is_registered_again()
    {
        using var server = new OperationServer()
            .Says("DescribeServices", Service(42))
            .Says("DescribeServices", Service(43))
            .Says("ListTaskDefinitions", $$"""{"taskDefinitionArns": []}""")
            .Says("ListTaskDefinitions", $$"""{"taskDefinitionArns": ["{{Revision(41)}}"]}""")
            .Says("DescribeTaskDefinition", Wire(Definition(42, "new")))
            .Says("DescribeTaskDefinition", Wire(Definition(41, "old", "INACTIVE")))
            .Says("RegisterTaskDefinition", Wire(Definition(43, "old")))
            .Says("UpdateService", "{}");
        var ran = await RunAsync(server, "rollback", "prod", "--yes", "--interval", "0.01");
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Assert.That(server.Changes, Is.EqualTo(["RegisterTaskDefinition", "UpdateService"]));
        Assert.That(
            JsonNode.Parse(server.Body("RegisterTaskDefinition"))!["containerDefinitions"]![0]!["image"]!.ToString(),
            Is.EqualTo("old")
        );
        Same(
            server.Body("UpdateService"),
            $$"""{"cluster": "idp-server-cluster", "service": "idp-server-service", "taskDefinition": "{{Revision(43)}}"}"""
        );
    }

    [Test]
    public async Task CodeDeploy_gets_its_appspec()
    {
        using var server = new OperationServer()
            .Says("ListDeployments", """{"deployments": []}""")
            .Says(
                "DescribeServices",
                $$"""
                {"services": [{"status": "ACTIVE", "taskSets": [{"status": "PRIMARY", "taskDefinition": "{{Revision(42)}}",
                  "loadBalancers": [{"containerName": "app", "containerPort": 3000}]}]}]}
                """
            )
            .Says("ListTaskDefinitions", $$"""{"taskDefinitionArns": ["{{Revision(41)}}"]}""")
            .Says("DescribeTaskDefinition", Wire(Definition(42, "new")))
            .Says("DescribeTaskDefinition", Wire(Definition(41, "old")))
            .Says("CreateDeployment", """{"deploymentId": "d-NEW"}""")
            .Says("GetDeployment", """{"deploymentInfo": {"status": "Succeeded"}}""");
        var ran = await RunAsync(server, "rollback", "web-platform-prod", "--yes", "--interval", "0.01");
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        var request = JsonNode.Parse(server.Body("CreateDeployment"))!;
        Assert.That(request["deploymentConfigName"]!.ToString(), Is.EqualTo("CodeDeployDefault.ECSAllAtOnce"));
        Assert.That(request["revision"]!["revisionType"]!.ToString(), Is.EqualTo("AppSpecContent"));
        Assert.That(
            JsonNode.Parse(request["revision"]!["appSpecContent"]!["content"]!.ToString())!["Resources"]![0]!["TargetService"]![
                "Properties"
            ]!["TaskDefinition"]!.ToString(),
            Is.EqualTo(Revision(41))
        );
    }

    [Test]
    public async Task A_deployment_of_CodeDeploy_is_stopped_and_what_it_deployed_before_is_asked_for()
    {
        using var server = new OperationServer()
            .Says("ListDeployments", """{"deployments": ["d-OPEN"]}""")
            .Says("StopDeployment", """{"status": "Pending"}""")
            .Says(
                "GetDeployment",
                """{"deploymentInfo": {"status": "Stopped", "rollbackInfo": {"rollbackDeploymentId": "d-BACK"}}}"""
            )
            .Says("GetDeployment", """{"deploymentInfo": {"status": "Succeeded"}}""");
        var ran = await RunAsync(server, "rollback", "web-platform-prod", "--yes", "--interval", "0.01");
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Same(server.Body("StopDeployment"), """{"deploymentId": "d-OPEN", "autoRollbackEnabled": true}""");
        Same(server.Requests[^1].Body, """{"deploymentId": "d-BACK"}""");
    }

    [Test]
    public async Task The_deployments_of_the_past_are_read_in_the_order_in_which_they_were_made()
    {
        using var server = new OperationServer()
            .Says("ListDeployments", """{"deployments": []}""")
            .Says("ListDeployments", """{"deployments": ["d-1", "d-2"]}""")
            .Says(
                "BatchGetDeployments",
                $$$"""
                {"deploymentsInfo": [
                  {"createTime": 1767000000, "revision": {"revisionType": "AppSpecContent", "appSpecContent": {"content": "TaskDefinition: {{{Revision(
                    39
                )}}}"} } },
                  {"createTime": 1768000000, "revision": {"revisionType": "AppSpecContent", "appSpecContent": {"content": "TaskDefinition: {{{Revision(
                    40
                )}}}"} } }]}
                """
            )
            .Says(
                "DescribeServices",
                $$"""
                {"services": [{"status": "ACTIVE", "taskSets": [{"status": "PRIMARY", "taskDefinition": "{{Revision(42)}}",
                  "loadBalancers": [{"containerName": "app", "containerPort": 3000}]}]}]}
                """
            )
            .Says("DescribeTaskDefinition", Wire(Definition(42, "new")))
            .Says("DescribeTaskDefinition", Wire(Definition(40, "old")));
        var ran = await RunAsync(server, "rollback", "web-platform-prod", "--dry-run");
        Assert.That(
            ran.Out,
            Does.StartWith("web-platform-prod: web-platform from idp-server:42 to idp-server:40\n"),
            ran.ToString()
        );
        Same(server.Body("BatchGetDeployments"), """{"deploymentIds": ["d-1", "d-2"]}""");
    }

    [Test]
    public async Task An_alias_is_moved_with_the_mark_of_what_was_looked_at()
    {
        using var server = new OperationServer()
            .Says("GET /2015-03-31/functions/TaskFlowApi-dev/aliases/live", """{"FunctionVersion": "2", "RevisionId": "mark"}""")
            .Says("GET /2015-03-31/functions/TaskFlowApi-dev/versions", """{"Versions": [{"Version": "1"}, {"Version": "2"}]}""")
            .Says("PUT /2015-03-31/functions/TaskFlowApi-dev/aliases/live", "{}");
        var ran = await RunAsync(server, "rollback", "taskflow-dev", "--yes");
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Same(
            server.Body("PUT /2015-03-31/functions/TaskFlowApi-dev/aliases/live"),
            """{"FunctionVersion": "1", "RoutingConfig": {"AdditionalVersionWeights": {} }, "RevisionId": "mark"}"""
        );
    }

    // A date is a number on the wire.
    private static string Wire(string definition) =>
        definition.Replace("\"2026-01-01T00:00:00+00:00\"", "1767225600", StringComparison.Ordinal);

    private static void Same(string body, string expected) =>
        Assert.That(JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(expected)), $"got {body}, want {expected}");

    private Task<Ran> RunAsync(OperationServer server, params string[] arguments) =>
        Cli.RunAsync(_project.Path, server.Variables(_project), arguments);
}
