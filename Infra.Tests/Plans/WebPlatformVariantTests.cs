using System.Text.Json.Nodes;

namespace Infra.Tests.Plans;

/// <summary>
/// Web-platform with other choices. Each is a whole plan through the engine, which checks every input against the provider's schema.
/// </summary>
public sealed class WebPlatformVariantTests
{
    private const string Service = "aws:ecs/service:Service";
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private const string Rule = "aws:lb/listenerRule:ListenerRule";
    private const string Password = "random:index/randomPassword:RandomPassword";

    [Test]
    public async Task A_database_is_reached_by_the_tasks_watched_and_told_to_the_application()
    {
        var plan = await ProdAsync("""{"database":{"enabled":true}}""");

        var database = plan.One("aws:rds/instance:Instance");
        var task = PlannedTask.All(plan).Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                plan.All("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule").Select(rule => rule.Name),
                Does.Contain("web-platform-app-out-rds-5432").Or.Contain("web-platform-app-out-db-5432")
            );
            Assert.That(
                plan.All(Alarm).Select(alarm => alarm.Text("dimensions.DBInstanceIdentifier")).OfType<string>(),
                Has.Exactly(3).Items.And.All.EqualTo(database.Text("identifier"))
            );
            Assert.That(
                task.Secrets.Select(secret => secret.Variable),
                Is.SupersetOf(new[] { "DB_HOST", "DB_PORT", "DB_NAME", "DB_USERNAME", "DB_PASSWORD" })
            );
            Assert.That(plan.Outputs["databaseEndpoint"]!.ToString(), Is.EqualTo(database["address"]));
            Assert.That(plan.Outputs.ToJsonString(), Does.Not.Contain("master-password"), "no secret leaves");
        }
    }

    [TestCase("adot", "adot-collector", "OTEL_EXPORTER_OTLP_ENDPOINT")]
    [TestCase("xray-daemon", "xray-daemon", "AWS_XRAY_DAEMON_ADDRESS")]
    public async Task Tracing_adds_its_side_car_and_its_right(string mode, string container, string variable)
    {
        var plan = await ProdAsync($$"""{"service":{"tracing":"{{mode}}"} }""");

        var containers = PlannedTask.All(plan).Single().Containers;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(containers.Select(one => (string)one!["name"]!), Is.EquivalentTo(new[] { "app", container }));
            Assert.That(
                containers.Single(one => (string)one!["name"]! == "app")!["links"].Texts(),
                Is.EqualTo(new[] { container })
            );
            Assert.That(containers.ToJsonString(), Does.Contain(variable));
            Assert.That(
                plan.Named("aws:iam/rolePolicy:RolePolicy", "web-platform-task-role-policy").Text("policy"),
                Does.Contain("xray:PutTraceSegments")
            );
        }
    }

    [Test]
    public async Task A_canary_asks_from_outside_and_rings_here()
    {
        var plan = await ProdAsync("""{"canary":{"enabled":true}}""");

        var canary = plan.One("aws:synthetics/canary:Canary");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(canary.Region, Is.EqualTo(plan.Region));
            Assert.That(
                plan.All(Alarm).Select(alarm => alarm.Text("dimensions.CanaryName")).OfType<string>(),
                Is.Not.Empty.And.All.EqualTo(canary.Text("name"))
            );
        }
    }

    [Test]
    public async Task A_trail_is_encrypted_by_the_key_of_the_stack()
    {
        var plan = await ProdAsync("""{"audit":{"cloudTrail":true}}""");

        Assert.That(
            plan.One("aws:cloudtrail/trail:Trail").Text("kmsKeyId"),
            Is.EqualTo(plan.Named("aws:kms/key:Key", "web-platform-kms-key")["arn"])
        );
    }

    [Test]
    public async Task Rolling_deployments_are_this_program_s_and_undo_themselves()
    {
        var plan = await ProdAsync("""{"service":{"deployment":{"by":"rolling"}}}""");

        var service = plan.One(Service);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(service.Text("deploymentController.type"), Is.EqualTo("ECS"));
            Assert.That(service.Text("deploymentCircuitBreaker.rollback"), Is.EqualTo("true"));
            Assert.That(service.Input("alarms.alarmNames").Texts(), Has.Length.EqualTo(2));
            Assert.That(service.State.IgnoreChanges, Is.EqualTo(new[] { "desiredCount" }));
            Assert.That(service.Text("waitForSteadyState"), Is.EqualTo("true"));
            Assert.That(plan.All("aws:codedeploy/application:Application"), Is.Empty);
            Assert.That(plan.One("aws:lb/targetGroup:TargetGroup").Text("name"), Is.EqualTo("web-platform-prod-tg"));
            Assert.That(plan.One("aws:ecs/taskDefinition:TaskDefinition").Input("skipDestroy"), Is.Null);
            Assert.That(
                plan.Named(Alarm, "web-platform-unhealthy-targets").Text("dimensions.TargetGroup"),
                Is.EqualTo(plan.One("aws:lb/targetGroup:TargetGroup")["arnSuffix"])
            );
        }
    }

    [Test]
    public async Task A_tool_from_outside_may_change_task_definition_and_number_of_tasks()
    {
        var plan = await ProdAsync("""{"service":{"deployment":{"by":"external"}}}""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.One(Service).State.IgnoreChanges, Is.EquivalentTo(new[] { "taskDefinition", "desiredCount" }));
            Assert.That(plan.One(Service).Text("waitForSteadyState"), Is.EqualTo("false"));
            Assert.That(plan.One("aws:ecs/taskDefinition:TaskDefinition").Text("skipDestroy"), Is.EqualTo("true"));
            Assert.That(plan.Outputs["deploy"]!["codeDeployGroup"], Is.Null);
            Assert.That((string)plan.Outputs["deploy"]!["taskFamily"]!, Is.EqualTo("web-platform-prod-task"));
        }
    }

    [Test]
    public async Task No_tasks_on_purpose_ring_nothing()
    {
        var plan = await DevAsync("""{"service":{"scaling":{"minTasks":0}}}""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.All(Alarm).Select(alarm => alarm.Name), Has.None.EqualTo("web-platform-tasks-low"));
            Assert.That(plan.One(Service).Text("desiredCount"), Is.EqualTo("0"));
            Assert.That(plan.One(Service).State.IgnoreChanges, Does.Not.Contain("desiredCount"), "stopping is this program's");
            Assert.That(plan.All("aws:scheduler/schedule:Schedule"), Is.Empty);
        }
    }

    [Test]
    public async Task Before_the_first_image_everything_but_the_service_is_there()
    {
        var plan = await ProdAsync("""{"service":{"enabled":false,"image":null}}""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.All(Service), Is.Empty);
            Assert.That(plan.All("aws:ecs/taskDefinition:TaskDefinition"), Is.Empty);
            Assert.That(plan.All(Alarm).Select(alarm => alarm.Name), Has.All.StartsWith("web-platform-front-"));
            Assert.That(plan.One("aws:ecr/repository:Repository").Text("name"), Is.EqualTo("web-platform-prod"));
            Assert.That(plan.Messages, Has.Some.Contains("push the image to the repository"), "what to do next");
            Assert.That(plan.Outputs["deploy"], Is.Null);
            Assert.That(plan.Outputs["service"], Is.Null);
        }
    }

    [Test]
    public async Task Development_without_a_domain_asks_the_load_balancer_in_the_clear_and_says_so()
    {
        var plan = await DevAsync("""{"cdn":{"domain":null,"hostedZoneId":null}}""");

        var cdn = plan.One("aws:cloudfront/distribution:Distribution");
        var listener = plan.One("aws:lb/listener:Listener");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(cdn.Text("origins.domainName"), Is.EqualTo(plan.One("aws:lb/loadBalancer:LoadBalancer")["dnsName"]));
            Assert.That(cdn.Text("origins.customOriginConfig.originProtocolPolicy"), Is.EqualTo("http-only"));
            Assert.That((listener.Text("port"), listener.Text("protocol")), Is.EqualTo(("80", "HTTP")));
            Assert.That(listener.Text("defaultActions.fixedResponse.statusCode"), Is.EqualTo("403"));
            Assert.That(plan.One(Rule).Text("conditions.httpHeader.httpHeaderName"), Is.EqualTo("X-Origin-Verify"));
            Assert.That(plan.All("aws:acm/certificate:Certificate"), Is.Empty);
            Assert.That(
                plan.Named("aws:cognito/userPoolClient:UserPoolClient", "web-platform-client-web").Input("callbackUrls").Texts(),
                Is.EqualTo(new[] { "http://localhost:3000/auth/callback" })
            );
            Assert.That(plan.Messages, Has.Some.Contains("the CDN reaches the load balancer over plain HTTP"));
        }
    }

    [Test]
    public async Task While_the_header_changes_both_are_taken_and_the_new_one_is_sent()
    {
        var plan = await ProdAsync("""{"cdn":{"originSecret":{"version":2,"acceptPrevious":true}}}""");

        var cdn = plan.One("aws:cloudfront/distribution:Distribution");
        var values = plan.One(Rule).Input("conditions.httpHeader.values").Texts();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                plan.All(Password).Select(password => password.Name),
                Is.EquivalentTo(new[] { "web-platform-origin-v2-password", "web-platform-origin-v1-password" })
            );
            Assert.That(
                values,
                Is.EqualTo(new[] { "web-platform-origin-v2-password", "web-platform-origin-v1-password" }.Select(Made(plan)))
            );
            Assert.That(cdn.Text("origins.customHeaders.value"), Is.EqualTo(values[0]));
            Assert.That(cdn.WaitsFor(plan.One(Rule)), Is.True, "first it is taken, then it is sent");
        }
    }

    [Test]
    public async Task Graviton_instances_run_tasks_and_image_of_their_kind()
    {
        var plan = await ProdAsync("""{"instances":{"type":"t4g.medium"}}""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                plan.One("aws:ec2/launchTemplate:LaunchTemplate").Text("imageId"),
                Is.EqualTo("resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id")
            );
            Assert.That(
                plan.One("aws:ecs/taskDefinition:TaskDefinition").Text("runtimePlatform.cpuArchitecture"),
                Is.EqualTo("ARM64")
            );
        }
    }

    [Test]
    public async Task Both_kinds_of_addresses_reach_the_load_balancer()
    {
        var plan = await ProdAsync("""{"network":{"dualStack":true}}""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.One("aws:lb/loadBalancer:LoadBalancer").Text("ipAddressType"), Is.EqualTo("dualstack"));
            Assert.That(
                plan.All("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule").Select(rule => rule.Text("cidrIpv6")),
                Does.Contain("::/0")
            );
            Assert.That(
                plan.All("aws:route53/record:Record").Select(record => $"{record.Text("name")} {record.Text("type")}"),
                Does.Contain("origin.app.example.com AAAA")
            );
        }
    }

    [Test]
    public async Task Passkeys_are_taken_by_the_client_of_people()
    {
        var plan = await ProdAsync("""{"users":{"mfa":"optional","passkeys":{"enabled":true}}}""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                plan.Named("aws:cognito/userPoolClient:UserPoolClient", "web-platform-client-web")
                    .Input("explicitAuthFlows")
                    .Texts(),
                Does.Contain("ALLOW_USER_AUTH")
            );
            Assert.That(
                plan.One("aws:cognito/userPool:UserPool").Text("webAuthnConfiguration.relyingPartyId"),
                Is.EqualTo("app.example.com")
            );
        }
    }

    [Test]
    public async Task Tokens_in_URLs_are_for_those_who_ask_for_them_and_are_warned()
    {
        var plan = await ProdAsync("""{"users":{"web":{"implicit":true}}}""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                plan.Named("aws:cognito/userPoolClient:UserPoolClient", "web-platform-client-web")
                    .Input("allowedOauthFlows")
                    .Texts(),
                Is.EqualTo(new[] { "code", "implicit" })
            );
            Assert.That(plan.Messages, Has.Some.Contains("implicit grant"));
        }
    }

    private static Func<string, string> Made(PlannedStack plan) => name => plan.Named(Password, name)["result"];

    private static Task<PlannedStack> ProdAsync(string settings) =>
        PlannedStack.OfAsync("web-platform-prod", (JsonObject)JsonNode.Parse(settings)!);

    private static Task<PlannedStack> DevAsync(string settings) =>
        PlannedStack.OfAsync("web-platform-dev", (JsonObject)JsonNode.Parse(settings)!);
}
