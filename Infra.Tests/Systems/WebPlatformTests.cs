using Infra.Network;
using Infra.Settings;

namespace Infra.Tests.Systems;

public sealed class WebPlatformTests
{
    private const string Service = "aws:ecs/service:Service";
    private const string LogGroup = "aws:cloudwatch/logGroup:LogGroup";

    [Test]
    public async Task Settings_reach_the_components()
    {
        var settings = WebPlatformCase.Settings(StackEnvironment.Prod);
        var run = await WebPlatformCase.RunAsync(
            WebPlatformCase.Prod,
            settings with
            {
                Network = settings.Network with
                {
                    NatGateways = NatGateways.Single,
                    FlowLogs = new() { RetentionDays = 90 },
                },
                Key = new() { DeletionDays = 8, RotationDays = 100 },
                Edge = new()
                {
                    IdleTimeoutSeconds = 90,
                    DeregistrationSeconds = 11,
                    LogRetentionDays = 12,
                },
                Instances = new()
                {
                    Type = "m7i.large",
                    MaxInstances = 7,
                    RootGiB = 40,
                    TargetPercent = 90,
                },
                Service = settings.Service with
                {
                    Port = 8080,
                    HealthPath = "/up",
                    Scaling = new() { MinTasks = 3, MaxTasks = 9 },
                },
            }
        );

        var group = run.One("aws:lb/targetGroup:TargetGroup", "web-platform-tg");
        var template = run.One("aws:ec2/launchTemplate:LaunchTemplate");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.All("aws:ec2/natGateway:NatGateway").Count(), Is.EqualTo(1));
            Assert.That(run.One(LogGroup, "web-platform-flow-logs").Inputs["retentionInDays"], Is.EqualTo(90));
            Assert.That(
                run.All("aws:kms/key:Key")
                    .Select(key => (key.Inputs["deletionWindowInDays"], key.Inputs["rotationPeriodInDays"])),
                Is.All.EqualTo((8, 100)),
                "here and in us-east-1"
            );
            Assert.That(run.One("aws:lb/loadBalancer:LoadBalancer").Inputs["idleTimeout"], Is.EqualTo(90));
            Assert.That(
                (group.Inputs["port"], group.Inputs["deregistrationDelay"], group.Json("healthCheck")),
                Is.EqualTo((8080, 11, Health("/up")))
            );
            Assert.That(template.Inputs["instanceType"], Is.EqualTo("m7i.large"));
            Assert.That(template.Json("blockDeviceMappings"), Does.Contain("\"volumeSize\":40"));
            Assert.That(run.One("aws:autoscaling/group:Group").Inputs["maxSize"], Is.EqualTo(7));
            Assert.That(
                run.One("aws:ecs/capacityProvider:CapacityProvider").Json("autoScalingGroupProvider"),
                Does.Contain("\"targetCapacity\":90")
            );
            Assert.That(run.One(Service).Inputs["desiredCount"], Is.EqualTo(3));
            Assert.That(run.One("aws:appautoscaling/target:Target").Inputs["maxCapacity"], Is.EqualTo(9));
            Assert.That(
                (string)run.One("aws:ecs/taskDefinition:TaskDefinition").Inputs["containerDefinitions"],
                Does.Contain("""{"name":"PORT","value":"8080"}""")
                    .And.Contain("""{"name":"HOSTNAME","value":"0.0.0.0"}""")
                    .And.Contain("""{"name":"KEEP_ALIVE_TIMEOUT","value":"95000"}""")
                    .And.Contain("http://127.0.0.1:8080/up")
            );
        }
    }

    [Test]
    public async Task Its_key_encrypts_all_it_may_and_knows_the_log_groups()
    {
        var run = await WebPlatformCase.RunAsync(WebPlatformCase.Prod, WebPlatformCase.Settings(StackEnvironment.Prod));

        const string Key = "arn:web-platform-kms-key";
        // CloudWatch must not encrypt those of Cognito with a key of ours, and what is in us-east-1 has the key there.
        var groups = run.All(LogGroup)
            .Where(group => !((string)group.Inputs["name"]).StartsWith("/aws/vendedlogs/cognito/", StringComparison.Ordinal))
            .ToDictionary(group => (string)group.Inputs["name"], group => group.Inputs["kmsKeyId"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                groups.Where(group => group.Key != "aws-waf-logs-web-platform-prod").Select(group => group.Value),
                Is.Not.Empty.And.All.EqualTo(Key)
            );
            Assert.That(groups["aws-waf-logs-web-platform-prod"], Is.EqualTo("arn:web-platform-front-kms-key"));
            Assert.That(
                (string)run.One("aws:kms/key:Key", "web-platform-kms-key").Inputs["policy"],
                Does.Contain("log-group:/ecs/web-platform-prod\"")
                    .And.Contain("log-group:/vpc/web-platform-prod/*\"")
                    .And.Contain("AWSServiceRoleForAutoScaling")
                    .And.Contain("ssm.ap-northeast-1.amazonaws.com")
            );
        }
    }

    [Test]
    public async Task Without_an_image_everything_but_the_service_is_there()
    {
        var settings = WebPlatformCase.Settings(StackEnvironment.Dev);
        var run = await WebPlatformCase.RunAsync(
            WebPlatformCase.Dev,
            settings with
            {
                Service = settings.Service with { Enabled = false },
            }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.All(Service), Is.Empty);
            Assert.That(run.All("aws:codedeploy/deploymentGroup:DeploymentGroup"), Is.Empty);
            Assert.That(run.All("aws:appautoscaling/target:Target"), Is.Empty);
            Assert.That(run.All("aws:scheduler/schedule:Schedule"), Is.Empty, "nothing to stop");
            Assert.That(run.All("aws:ecr/repository:Repository").Concat(run.All("awsx:ecr:Repository")), Is.Not.Empty);
            Assert.That(run.One(LogGroup, "web-platform-log").Inputs["name"], Is.EqualTo("/ecs/web-platform-dev"));
        }
    }

    [Test]
    public async Task People_of_two_groups_sign_in_by_code_and_machines_by_their_secret()
    {
        var run = await WebPlatformCase.RunAsync(WebPlatformCase.Dev, WebPlatformCase.Settings(StackEnvironment.Dev));

        const string Client = "aws:cognito/userPoolClient:UserPoolClient";
        var web = run.One(Client, "web-platform-client-web");
        var machine = run.One(Client, "web-platform-client-m2m");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.All("aws:cognito/userGroup:UserGroup").Select(group => (group.Inputs["name"], group.Inputs["precedence"])),
                Is.EquivalentTo(new (object, object)[] { ("admin", 1), ("user", 10) })
            );
            Assert.That(web.Texts("allowedOauthFlows"), Is.EqualTo(new[] { "code" }));
            Assert.That(web.Inputs["generateSecret"], Is.False);
            Assert.That(web.Texts("allowedOauthScopes"), Is.EqualTo(new[] { "email", "openid", "profile" }));
            Assert.That(
                web.Texts("callbackUrls"),
                Is.EqualTo(new[] { "https://app.example.com/auth/callback", "http://localhost:3000/auth/callback" })
            );
            Assert.That(web.Texts("logoutUrls"), Is.EqualTo(new[] { "https://app.example.com/", "http://localhost:3000" }));
            Assert.That(machine.Texts("allowedOauthFlows"), Is.EqualTo(new[] { "client_credentials" }));
            Assert.That(machine.Inputs["generateSecret"], Is.True);
            Assert.That(machine.Texts("allowedOauthScopes"), Is.EqualTo(new[] { "api/read", "api/write" }));
        }
    }

    private static string Health(string path) =>
        $$"""{"enabled":true,"healthyThreshold":2,"interval":30,"matcher":"200","path":"{{path}}","protocol":"HTTP","timeout":5,"unhealthyThreshold":3}""";
}
