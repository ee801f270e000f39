using System.Collections.Immutable;
using System.Text.Json;
using Infra.Compute;
using Infra.Tests.Policies;

namespace Infra.Tests.Compute;

public sealed class BlueGreenDeploymentTests
{
    private const string Group = "aws:codedeploy/deploymentGroup:DeploymentGroup";
    private const string Arn = "arn:aws:elasticloadbalancing:ap-northeast-1:111111111111:";
    private const string Ecs = "arn:aws:ecs:ap-northeast-1:111111111111:";

    [Test]
    public async Task New_tasks_stand_behind_the_other_group_before_the_traffic_turns()
    {
        var run = await RunAsync(Args());

        var group = run.One(Group);
        var application = run.One("aws:codedeploy/application:Application");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (application.Inputs["name"], application.Inputs["computePlatform"]),
                Is.EqualTo(((object)"idp-server-deploy", (object)"ECS"))
            );
            Assert.That(
                (group.Inputs["appName"], group.Inputs["deploymentGroupName"]),
                Is.EqualTo(((object)"idp-server-deploy", (object)"idp-server-deploy-group"))
            );
            Assert.That(group.Inputs["deploymentConfigName"], Is.EqualTo("CodeDeployDefault.ECSCanary10Percent5Minutes"));
            Assert.That(
                group.Json("deploymentStyle"),
                Is.EqualTo("""{"deploymentOption":"WITH_TRAFFIC_CONTROL","deploymentType":"BLUE_GREEN"}""")
            );
            Assert.That(
                group.Json("ecsService"),
                Is.EqualTo("""{"clusterName":"idp-server-cluster","serviceName":"idp-server-service"}""")
            );
            Assert.That(
                group.Json("loadBalancerInfo"),
                Is.EqualTo(
                    """{"targetGroupPairInfo":{"prodTrafficRoute":{"listenerArns":["arn:listener"]},"targetGroups":[{"name":"idp-server-tg"},{"name":"idp-server-tg2"}]}}"""
                )
            );
            Assert.That(
                group.Json("blueGreenDeploymentConfig"),
                Is.EqualTo(
                    """{"deploymentReadyOption":{"actionOnTimeout":"CONTINUE_DEPLOYMENT"},"terminateBlueInstancesOnDeploymentSuccess":{"action":"TERMINATE","terminationWaitTimeInMinutes":10}}"""
                )
            );
            Assert.That(group.Inputs["serviceRoleArn"], Is.EqualTo("arn:web-deploy-role"));
        }
    }

    [Test]
    public async Task Failures_alarms_and_people_send_the_traffic_back()
    {
        var group = (await RunAsync(Args() with { AlarmNames = ["a", "b"] })).One(Group);
        var quiet = (await RunAsync(Args())).One(Group);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                group.Json("autoRollbackConfiguration"),
                Is.EqualTo(
                    """{"enabled":true,"events":["DEPLOYMENT_FAILURE","DEPLOYMENT_STOP_ON_ALARM","DEPLOYMENT_STOP_ON_REQUEST"]}"""
                )
            );
            Assert.That(group.Json("alarmConfiguration"), Is.EqualTo("""{"alarms":["a","b"],"enabled":true}"""));
            Assert.That(quiet.Json("autoRollbackConfiguration"), Does.Contain("true").And.Not.Contain("ALARM"));
            Assert.That(quiet.Inputs, Does.Not.ContainKey("alarmConfiguration"));
        }
    }

    [Test]
    public async Task A_listener_for_trials_is_turned_first()
    {
        var group = (await RunAsync(Args() with { Target = BridgeCase.Pair with { TestListenerArn = "arn:test" } })).One(Group);

        Assert.That(group.Json("loadBalancerInfo"), Does.Contain("""testTrafficRoute":{"listenerArns":["arn:test"]}"""));
    }

    [Test]
    public async Task CodeDeploy_may_touch_this_service_and_this_load_balancer_only()
    {
        var run = await RunAsync(Args());

        var role = run.One("aws:iam/role:Role");
        var trust = PolicyReading.Statements(role.Inputs["assumeRolePolicy"])["ServiceTakesRole"];
        var statements = PolicyReading.Statements(run.One("aws:iam/rolePolicy:RolePolicy").Inputs["policy"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(trust.Texts("Principal", "Service"), Is.EqualTo(new[] { "codedeploy.amazonaws.com" }));
            Assert.That(
                trust.Texts("Condition", "ArnLike", "aws:SourceArn"),
                Is.EqualTo(
                    new[]
                    {
                        "arn:aws:codedeploy:ap-northeast-1:111111111111:deploymentgroup:idp-server-deploy/idp-server-deploy-group",
                    }
                )
            );
            Assert.That(
                statements["ReplaceTasks"].Texts("Resource"),
                Is.EqualTo(
                    new[]
                    {
                        $"{Ecs}service/idp-server-cluster/idp-server-service",
                        $"{Ecs}task-set/idp-server-cluster/idp-server-service/*",
                    }
                )
            );
            Assert.That(
                statements["StartTasks"].Texts("Condition", "ArnEquals", "ecs:service"),
                Is.EqualTo(new[] { $"{Ecs}service/idp-server-cluster/idp-server-service" })
            );
            Assert.That(statements["PassTaskRoles"].Texts("Resource"), Is.EqualTo(new[] { "arn:execution", "arn:task" }));
            Assert.That(
                statements["PassTaskRoles"].Texts("Condition", "StringEquals", "iam:PassedToService"),
                Is.EqualTo(new[] { "ecs-tasks.amazonaws.com" })
            );
            Assert.That(
                statements["TurnTraffic"].Texts("Resource"),
                Is.EqualTo(new[] { $"{Arn}listener/app/idp-server-alb/*", $"{Arn}listener-rule/app/idp-server-alb/*" })
            );
            Assert.That(
                statements["LookAtLoadBalancer"].Texts("Action").Select(action => action.Split(':')[1]),
                Has.All.StartsWith("Describe")
            );
            Assert.That(
                statements.Values.SelectMany(statement => statement.Texts("Action")),
                Has.None.StartsWith("s3:").And.None.StartsWith("lambda:").And.None.StartsWith("sns:")
            );
        }
    }

    [Test]
    public async Task Whoever_deploys_is_told_the_names_and_the_AppSpec()
    {
        BlueGreenDeployment? deployment = null;
        await Sandbox.RunAsync(() => deployment = new BlueGreenDeployment("web", Args()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (deployment!.ApplicationName, deployment.GroupName),
                Is.EqualTo(("idp-server-deploy", "idp-server-deploy-group"))
            );
            Assert.That(
                deployment.AppSpec,
                Is.EqualTo(
                    """
                    {"version":0.0,"Resources":[{"TargetService":{"Type":"AWS::ECS::Service","Properties":{"TaskDefinition":"<TASK_DEFINITION>",
                    "LoadBalancerInfo":{"ContainerName":"app","ContainerPort":3000},
                    "CapacityProviderStrategy":[{"CapacityProvider":"idp-server-ec2","Base":0,"Weight":1}]}}}]}
                    """.ReplaceLineEndings("")
                )
            );
            Assert.That(() => JsonDocument.Parse(deployment.AppSpec), Throws.Nothing);
        }
    }

    [TestCaseSource(nameof(Shifts))]
    public async Task Every_way_to_turn_is_one_that_CodeDeploy_has(string shift) =>
        Assert.That(
            (await RunAsync(Args() with { TrafficShift = shift })).One(Group).Inputs["deploymentConfigName"],
            Is.EqualTo($"CodeDeployDefault.{shift}")
        );

    [Test]
    public void What_CodeDeploy_does_not_have_is_refused() =>
        Assert.That(
            (
                Args() with
                {
                    TrafficShift = "ECSCanary20Percent",
                    KeepOldMinutes = 2881,
                    Target = BridgeCase.Pair with { TargetGroupNames = ["a", "a"] },
                }
            )
                .Validate()
                .Select(problem => problem.ToString()),
            Is.EqualTo(
                new[]
                {
                    "trafficShift: got ECSCanary20Percent, want ECSAllAtOnce, ECSCanary10Percent5Minutes, ECSCanary10Percent15Minutes, "
                        + "ECSLinear10PercentEvery1Minutes or ECSLinear10PercentEvery3Minutes; CodeDeploy has these for ECS",
                    "keepOldMinutes: got 2881, want 0 to 2880; CodeDeploy waits two days at most",
                    "target.targetGroupNames: got a and a, want two groups; one serves the old version and one the new",
                }
            )
        );

    private static ImmutableArray<string> Shifts() => TrafficShifts.All;

    private static BlueGreenDeploymentArgs Args() =>
        new()
        {
            Context = TestStacks.Prod,
            ClusterName = "idp-server-cluster",
            ServiceName = "idp-server-service",
            Service = "idp-server-service",
            Container = "app",
            Port = 3000,
            CapacityProvider = "idp-server-ec2",
            TaskRoleArns = ["arn:task", "arn:execution"],
            Target = BridgeCase.Pair,
        };

    private static Task<Sandbox> RunAsync(BlueGreenDeploymentArgs args) =>
        Sandbox.RunAsync(() => _ = new BlueGreenDeployment("web", args));
}
