using System.Text.Json.Nodes;

namespace Infra.Tests.Plans;

/// <summary>Whether the parts of web-platform fit together: the CDN and its load balancer, the users and their addresses, tasks and parameters.</summary>
public sealed class WebPlatformPlanTests
{
    private const string System = "web-platform";
    private const string Distribution = "aws:cloudfront/distribution:Distribution";
    private const string Listener = "aws:lb/listener:Listener";
    private const string Rule = "aws:lb/listenerRule:ListenerRule";
    private const string Client = "aws:cognito/userPoolClient:UserPoolClient";

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Of), [System])]
    public async Task Nobody_reaches_a_task_without_the_header_of_the_CDN(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var groups = plan.All("aws:lb/targetGroup:TargetGroup").Select(group => group["arn"]).ToList();
        var sent = plan.One(Distribution).Input("origins.customHeaders.value")!.ToString();

        using (Assert.EnterMultipleScope())
        {
            foreach (var listener in plan.All(Listener))
                Assert.That(listener.Text("defaultActions.type"), Is.AnyOf("redirect", "fixed-response"), listener.Name);
            Assert.That(
                plan.Named(Listener, "web-platform-https").Text("defaultActions.fixedResponse.statusCode"),
                Is.EqualTo("403")
            );
            foreach (var rule in plan.All(Rule))
            {
                Assert.That(rule.Text("conditions.httpHeader.httpHeaderName"), Is.EqualTo("X-Origin-Verify"), rule.Name);
                Assert.That(rule.Input("conditions.httpHeader.values").Texts(), Is.EqualTo(new[] { sent }), "what the CDN sends");
            }
            Assert.That(Forwarded(plan.One(Rule)), Is.EqualTo(groups), "nothing else leads to the targets");
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Of), [System])]
    public async Task The_CDN_asks_the_host_of_the_load_balancer_whose_certificate_has_both_names(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var cdn = plan.One(Distribution);
        var host = (string)cdn.Input("aliases").Texts().Single();
        var origin = plan.Named("aws:route53/record:Record", "web-platform-alias-ipv4");
        var certificate = plan.Named("aws:acm/certificate:Certificate", "web-platform-certificate");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(cdn.Text("origins.domainName"), Is.EqualTo(origin.Text("name")).And.EqualTo($"origin.{host}"));
            Assert.That(origin.Text("aliases.name"), Is.EqualTo(plan.One("aws:lb/loadBalancer:LoadBalancer")["dnsName"]));
            Assert.That(cdn.Text("origins.customOriginConfig.originProtocolPolicy"), Is.EqualTo("https-only"));
            // The policy AllViewer hands on the host that people use, and CloudFront then wants a certificate of that one.
            Assert.That(
                cdn.Text("defaultCacheBehavior.originRequestPolicyId"),
                Is.EqualTo("216adef6-5c7f-47e4-b989-5492eafa07d3")
            );
            Assert.That(certificate.Text("domainName"), Is.EqualTo($"origin.{host}"));
            Assert.That(certificate.Input("subjectAlternativeNames").Texts(), Is.EqualTo(new[] { host }));
            Assert.That(certificate.Region, Is.EqualTo(plan.Region));
            Assert.That(
                plan.Named("aws:acm/certificate:Certificate", "web-platform-front-certificate").Region,
                Is.EqualTo("us-east-1")
            );
            Assert.That(
                cdn.Text("viewerCertificate.acmCertificateArn"),
                Is.EqualTo(Referred(plan, "web-platform-front-certificate"))
            );
            Assert.That(
                plan.Named(Listener, "web-platform-https").Text("certificateArn"),
                Is.EqualTo(Referred(plan, "web-platform-certificate"))
            );
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Of), [System])]
    public async Task Pages_are_never_kept_and_files_of_the_build_are(string stack)
    {
        var cdn = (await PlannedStack.OfAsync(stack)).One(Distribution);

        using (Assert.EnterMultipleScope())
        {
            // Managed policies CachingDisabled and CachingOptimized.
            Assert.That(cdn.Text("defaultCacheBehavior.cachePolicyId"), Is.EqualTo("4135ea2d-6df8-44a3-9df3-4b5a84be39ad"));
            Assert.That(cdn.Text("orderedCacheBehaviors.pathPattern"), Is.EqualTo("/_next/static/*"));
            Assert.That(cdn.Text("orderedCacheBehaviors.cachePolicyId"), Is.EqualTo("658327ea-f89d-4fab-a63d-7e88639e58f6"));
            foreach (var behaviour in new[] { "defaultCacheBehavior", "orderedCacheBehaviors" })
            {
                Assert.That(cdn.Text($"{behaviour}.viewerProtocolPolicy"), Is.EqualTo("redirect-to-https"));
                Assert.That(cdn.Text($"{behaviour}.responseHeadersPolicyId"), Is.EqualTo("<web-platform-front-headers.id>"));
            }
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Of), [System])]
    public async Task Browsers_are_told_to_stay_on_HTTPS_and_out_of_frames(string stack)
    {
        var headers = (await PlannedStack.OfAsync(stack)).One("aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                headers.Text("securityHeadersConfig.strictTransportSecurity.accessControlMaxAgeSec"),
                Is.EqualTo("63072000")
            );
            Assert.That(headers.Text("securityHeadersConfig.frameOptions.frameOption"), Is.EqualTo("DENY"));
            Assert.That(headers.Text("securityHeadersConfig.contentTypeOptions.override"), Is.EqualTo("true"));
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Of), [System])]
    public async Task People_come_back_to_the_host_of_the_CDN_and_to_their_own_machine_in_development_only(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var host = plan.One(Distribution).Input("aliases").Texts().Single();
        var web = plan.Named(Client, "web-platform-client-web");
        string[] local = plan.Environment == "dev" ? ["http://localhost:3000/auth/callback"] : [];

        Assert.That(web.Input("callbackUrls").Texts(), Is.EqualTo([$"https://{host}/auth/callback", .. local]));
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Of), [System])]
    public async Task Machines_have_the_scopes_of_a_server_that_is_made_before_them(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var server = plan.One("aws:cognito/resourceServer:ResourceServer");
        var machine = plan.Named(Client, "web-platform-client-m2m");
        var scopes = ((JsonArray)server.Input("scopes")!).Select(scope => $"{server.Text("identifier")}/{scope!["scopeName"]}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(machine.Input("allowedOauthScopes").Texts(), Is.EqualTo(scopes));
            Assert.That(machine.WaitsFor(server), Is.True);
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Of), [System])]
    public async Task Every_variable_of_a_parameter_is_one_that_ECS_may_read(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var task = PlannedTask.All(plan).Single();
        var parameters = plan.All("aws:ssm/parameter:Parameter").Select(p => (Arn: Arn(plan, p), Type: p.Text("type"))).ToList();
        var read = task.Execution.Single(statement => statement.Actions.Contains("ssm:GetParameters"));

        using (Assert.EnterMultipleScope())
        {
            foreach (var (_, variable, from) in task.Secrets)
            {
                Assert.That(parameters.Select(parameter => parameter.Arn), Does.Contain(from), variable);
                Assert.That(read.Resources, Does.Contain(from), variable);
            }
            Assert.That(read.Resources, Is.EquivalentTo(task.Secrets.Select(secret => secret.ValueFrom)), "and no other");
            Assert.That(
                parameters.Where(parameter => parameter.Arn.Split('/')[^1] is "client_secret" or "username" or "password"),
                Is.Not.Empty.And.All.Matches<(string, string)>(parameter => parameter.Item2 == "SecureString")
            );
            Assert.That(task.Execution.SelectMany(statement => statement.Actions), Does.Contain("kms:Decrypt"));
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Of), [System])]
    public async Task CodeDeploy_turns_the_two_groups_and_is_undone_by_alarms_of_both(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var group = plan.One("aws:codedeploy/deploymentGroup:DeploymentGroup");
        var service = plan.One("aws:ecs/service:Service");
        var alarms = plan.All("aws:cloudwatch/metricAlarm:MetricAlarm").Select(alarm => alarm.Text("name")).ToList();
        var pair = (JsonArray)group.Input("loadBalancerInfo.targetGroupPairInfo.targetGroups")!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                pair.Select(target => (string)target!["name"]!),
                Is.EqualTo(plan.All("aws:lb/targetGroup:TargetGroup").Select(target => target.Text("name")))
            );
            Assert.That(group.Input("alarmConfiguration.alarms").Texts(), Has.Length.EqualTo(4).And.SubsetOf(alarms));
            Assert.That(
                group.Input("autoRollbackConfiguration.events").Texts(),
                Is.EquivalentTo(new[] { "DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_STOP_ON_REQUEST" })
            );
            Assert.That(
                service.State.IgnoreChanges,
                Is.EquivalentTo(new[] { "desiredCount", "taskDefinition", "loadBalancers", "capacityProviderStrategies" })
            );
            Assert.That(service.Text("deploymentController.type"), Is.EqualTo("CODE_DEPLOY"));
            Assert.That(service.Input("deploymentCircuitBreaker"), Is.Null);
            Assert.That(plan.One(Rule).State.IgnoreChanges, Is.EqualTo(new[] { "actions" }));
            Assert.That(
                plan.One("aws:ecs/taskDefinition:TaskDefinition").Text("skipDestroy"),
                Is.EqualTo("true"),
                "what runs must stay startable, and what ran"
            );
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Of), [System])]
    public async Task The_outputs_say_what_scripts_and_tools_ask_for(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var outputs = plan.Outputs;
        var deploy = outputs["deploy"]!;
        var spec = JsonNode.Parse((string)deploy["appSpec"]!)!["Resources"]![0]!["TargetService"]!["Properties"]!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string)outputs["cognito_user_pool_id"]!, Is.EqualTo("<web-platform-pool.id>"));
            Assert.That((string)outputs["cognito_frontend_client_id"]!, Is.EqualTo("<web-platform-client-web.id>"));
            Assert.That((string)outputs["cognito_m2m_client_id"]!, Is.EqualTo("<web-platform-client-m2m.id>"));
            Assert.That((string)outputs["cognito_user_pool_domain"]!, Does.EndWith(".auth.ap-northeast-1.amazoncognito.com"));
            Assert.That((string)outputs["albDnsName"]!, Is.EqualTo("<web-platform-alb.dnsName>"));
            Assert.That((string)outputs["cdnDomainName"]!, Is.EqualTo("<web-platform-front-cdn.domainName>"));
            Assert.That((string)outputs["ecr_repository_url"]!, Does.EndWith($".amazonaws.com/{stack}"));
            Assert.That((string)outputs["cluster"]!, Is.EqualTo($"{stack}-cluster"));
            Assert.That((string)outputs["service"]!, Is.EqualTo(plan.One("aws:ecs/service:Service").Text("name")));
            Assert.That((string)deploy["taskDefinition"]!, Is.EqualTo("<web-platform-task-definition.arn>"));
            Assert.That((string)deploy["targetGroupArn"]!, Is.EqualTo("<web-platform-tg.arn>"));
            Assert.That((string)deploy["listenerArn"]!, Is.EqualTo("<web-platform-https.arn>"));
            Assert.That(
                (string)deploy["codeDeployGroup"]!,
                Is.EqualTo(plan.One("aws:codedeploy/deploymentGroup:DeploymentGroup").Text("deploymentGroupName"))
            );
            Assert.That(
                (string)spec["CapacityProviderStrategy"]![0]!["CapacityProvider"]!,
                Is.EqualTo(plan.One("aws:ecs/capacityProvider:CapacityProvider").Text("name")),
                "without it CodeDeploy would look for instances by launch type"
            );
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Of), [System])]
    public async Task Instances_are_many_or_none_as_ECS_asks_and_nobody_logs_in_to_them(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var group = plan.One("aws:autoscaling/group:Group");
        var template = plan.One("aws:ec2/launchTemplate:LaunchTemplate");
        var managed = plan.One("aws:ecs/capacityProvider:CapacityProvider").Input("autoScalingGroupProvider")!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (group.Text("minSize"), group.Text("maxSize"), group.Text("desiredCapacity")),
                Is.EqualTo(("0", "10", (string?)null))
            );
            Assert.That(group.State.IgnoreChanges, Does.Contain("desiredCapacity"));
            Assert.That(group.Text("protectFromScaleIn"), Is.EqualTo("true"));
            Assert.That(group.Text("instanceRefresh.preferences.scaleInProtectedInstances"), Is.EqualTo("Refresh"));
            Assert.That(
                template.Text("imageId"),
                Does.StartWith("resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/")
            );
            Assert.That(template.Text("metadataOptions.httpTokens"), Is.EqualTo("required"));
            Assert.That(template.Input("keyName"), Is.Null);
            Assert.That(
                (template.Text("blockDeviceMappings.ebs.encrypted"), template.Text("blockDeviceMappings.ebs.volumeType")),
                Is.EqualTo(("true", "gp3"))
            );
            Assert.That(
                managed["managedScaling"]!.ToJsonString(),
                Is.EqualTo(
                    """{"instanceWarmupPeriod":300,"maximumScalingStepSize":10000,"minimumScalingStepSize":1,"status":"ENABLED","targetCapacity":100}"""
                )
            );
            Assert.That((string)managed["managedTerminationProtection"]!, Is.EqualTo("ENABLED"));
            Assert.That((string)managed["managedDraining"]!, Is.EqualTo("ENABLED"));
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Of), [System])]
    public async Task The_service_comes_after_all_that_its_first_task_needs(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var service = plan.One("aws:ecs/service:Service");
        var definition = plan.One("aws:ecs/taskDefinition:TaskDefinition");
        var read = PlannedTask.All(plan).Single().Secrets.Select(secret => secret.ValueFrom).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(service.WaitsFor(definition), Is.True);
            Assert.That(service.WaitsFor(plan.One(Rule)), Is.True, "ECS refuses a target group that nothing leads to");
            Assert.That(service.WaitsFor(plan.One("aws:ecs/clusterCapacityProviders:ClusterCapacityProviders")), Is.True);
            Assert.That(plan.One("aws:codedeploy/deploymentGroup:DeploymentGroup").WaitsFor(service), Is.True);
            foreach (var parameter in plan.All("aws:ssm/parameter:Parameter").Where(p => read.Contains(Arn(plan, p))))
                Assert.That(definition.WaitsFor(parameter), Is.True, parameter.Name);
        }
    }

    private static string[] Forwarded(Planned rule) =>
        [.. ((JsonArray)rule.Input("actions.forward.targetGroups")!).Select(group => (string)group!["arn"]!)];

    // Whoever takes the ARN of a certificate waits until it is validated; a preview writes both the same.
    private static string Referred(PlannedStack plan, string certificate) =>
        plan.Named("aws:acm/certificate:Certificate", certificate)["arn"];

    private static string Arn(PlannedStack plan, Planned parameter) =>
        $"arn:aws:ssm:{plan.Region}:{plan.Account}:parameter{parameter.Text("name")}";
}
