using System.Text.Json.Nodes;

namespace Infra.Tests.Plans;

/// <summary>Neuraknot with other choices, each a whole plan whose inputs the engine checks against the provider's schema.</summary>
public sealed class NeuraknotVariantTests
{
    private const string Service = "aws:ecs/service:Service";
    private const string Listener = "aws:lb/listener:Listener";
    private const string Client = "aws:cognito/userPoolClient:UserPoolClient";
    private const string In = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

    private const string Room = """
        "backend-go":{"cpu":512,"memoryMiB":1024},"nextjs-frontend":{"cpu":512,"memoryMiB":1024},"python-ai":{"cpu":1024,"memoryMiB":2048}
        """;

    private const string Off = """
        "backend-go":{"enabled":false,"image":null},"nextjs-frontend":{"enabled":false,"image":null},"python-ai":{"enabled":false,"image":null}
        """;

    [Test]
    public async Task Service_Connect_takes_the_place_of_the_private_zone_and_keeps_host_and_port()
    {
        var plan = await ProdAsync($$"""{"mesh":{"by":"service-connect"},"services":{{{Room}}} }""");

        var ai = plan.Named(Service, "neuraknot-python-ai-service");
        var api = plan.Named(Service, "neuraknot-backend-go-service");
        var group = plan.One("aws:servicediscovery/httpNamespace:HttpNamespace");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.All("aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace"), Is.Empty);
            Assert.That(plan.All("aws:servicediscovery/service:Service"), Is.Empty);
            Assert.That(group.Text("name"), Is.EqualTo("neuraknot-prod"));
            foreach (var service in plan.All(Service))
            {
                Assert.That(service.Text("serviceConnectConfiguration.namespace"), Is.EqualTo(group["arn"]), service.Name);
                Assert.That(service.Input("serviceRegistries"), Is.Null, service.Name);
            }
            Assert.That(ai.Text("serviceConnectConfiguration.services.clientAlias.port"), Is.EqualTo("8000"));
            Assert.That(
                (string)plan.Outputs["addresses"]!["python-ai"]!,
                Is.EqualTo($"{ai.Text("serviceConnectConfiguration.services.clientAlias.dnsName")}:8000")
            );
            Assert.That(api.Input("serviceConnectConfiguration.services"), Is.Null, "nobody calls it by name");
            Assert.That(
                PlannedTask
                    .All(plan)
                    .Single(task => task.Definition.Name == "neuraknot-python-ai-task-definition")
                    .Containers.Single()!["portMappings"]![0]!["name"]!.ToString(),
                Is.EqualTo(ai.Text("serviceConnectConfiguration.services.portName"))
            );
        }
    }

    [Test]
    public async Task A_frontend_elsewhere_leaves_the_API_alone_behind_the_load_balancer()
    {
        var plan = await ProdAsync(
            """{"frontendUrl":"https://app.example.org","services":{"nextjs-frontend":{"enabled":false,"image":null}}}"""
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.Resources.Select(resource => resource.Name), Has.None.Contains("frontend"));
            Assert.That(
                plan.Named(Listener, "neuraknot-https").Text("defaultActions.targetGroupArn"),
                Is.EqualTo(plan.One("aws:lb/targetGroup:TargetGroup")["arn"])
            );
            Assert.That(
                plan.One(Client).Input("callbackUrls").Texts(),
                Is.EqualTo(new[] { "https://app.example.org/auth/callback" })
            );
            Assert.That(
                plan.All(In).Select(rule => rule.Text("toPort")),
                Is.EquivalentTo(new[] { "80", "443", "8080", "8000", "5432" })
            );
            Assert.That(plan.Outputs["repositories"]!.AsObject().Select(entry => entry.Key), Has.None.EqualTo("nextjs-frontend"));
            Assert.That((string)plan.Outputs["url"]!, Is.EqualTo("https://neuraknot.example.com"), "where the API is");
        }
    }

    [Test]
    public async Task The_first_deployment_has_no_services_and_says_what_comes_next()
    {
        var plan = await ProdAsync($$"""{"services":{{{Off}}} }""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.All(Service), Is.Empty);
            Assert.That(plan.All("aws:ecs/taskDefinition:TaskDefinition"), Is.Empty);
            Assert.That(plan.All("awsx:ecr:Repository").ToList(), Has.Count.EqualTo(3), "images have somewhere to go");
            Assert.That(
                plan.Messages.Where(message => message.Contains("is switched off", StringComparison.Ordinal)),
                Is.EqualTo(
                    new[] { "backend-go", "nextjs-frontend", "python-ai" }.Select(service =>
                        $"{service} is switched off: push the image to its repository, then set image and enabled: true in settings.services.{service}"
                    )
                )
            );
            Assert.That(plan.Outputs["services"]!["backend-go"], Is.Null);
            Assert.That((string)plan.Outputs["logGroups"]!["backend-go"]!, Is.EqualTo("/ecs/neuraKnot-prod-backend-go"));
        }
    }

    [Test]
    public async Task Production_in_the_clear_is_accepted_by_name_and_warned_of()
    {
        var plan = await ProdAsync(
            """{"edge":{"domain":null,"hostedZoneId":null,"acceptPlainHttp":true},"users":{"web":{"callbackUrls":["https://a.example.org/back"]}}}"""
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.One(Listener).Text("port"), Is.EqualTo("80"));
            Assert.That(plan.One(Listener).Text("defaultActions.type"), Is.EqualTo("forward"));
            Assert.That(plan.One("aws:lb/listenerRule:ListenerRule").Text("listenerArn"), Is.EqualTo(plan.One(Listener)["arn"]));
            Assert.That(plan.All("aws:acm/certificate:Certificate"), Is.Empty);
            Assert.That(
                plan.Messages,
                Has.Some.StartsWith("there is no certificate").And.Some.StartsWith("acceptPlainHttp is set on a protected stack")
            );
            Assert.That(plan.One(Client).Input("callbackUrls").Texts(), Is.EqualTo(new[] { "https://a.example.org/back" }));
        }
    }

    [Test]
    public async Task A_database_may_have_subnets_of_its_own_without_a_way_out()
    {
        var plan = await ProdAsync("""{"network":{"subnets":{"db":["10.0.30.0/24","10.0.40.0/24"]}}}""");

        string[] apart =
        [
            .. new[] { "1a", "1c" }.Select(zone => plan.Named("aws:ec2/subnet:Subnet", $"neuraknot-private-db-{zone}")["id"]),
        ];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.One("aws:rds/subnetGroup:SubnetGroup").Input("subnetIds").Texts(), Is.EquivalentTo(apart));
            Assert.That(
                plan.All("aws:ec2/route:Route").Select(route => route.Name),
                Has.None.Contains("private-db").And.Some.Contains("private-app-1a-internet")
            );
        }
    }

    [Test]
    public async Task Mail_goes_through_a_domain_of_our_own_where_there_is_one()
    {
        var plan = await ProdAsync("""{"mail":{"domain":"neuraknot.example.com","hostedZoneId":"Z00000000000000000000"}}""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                plan.One("aws:cognito/userPool:UserPool").Text("emailConfiguration.emailSendingAccount"),
                Is.EqualTo("DEVELOPER")
            );
            Assert.That(plan.Messages, Has.None.StartsWith("e-mail is sent by Cognito itself"));
        }
    }

    [TestCase("neuraknot-dev", """{"stop":{"enabled":true}}""")]
    [TestCase("neuraknot-dev", """{"services":{"python-ai":{"scaling":{"minTasks":0}}},"stop":{"enabled":true}}""")]
    [TestCase("neuraknot-prod", """{"services":{"backend-go":{"enabled":false}}}""")]
    [TestCase(
        "neuraknot-prod",
        """{"services":{"backend-go":{"spotPercent":50},"python-ai":{"architecture":"arm64","exec":"off"}}}"""
    )]
    [TestCase("neuraknot-prod", """{"network":{"natGateways":"single","interfaceEndpoints":["ecr.api","ecr.dkr","logs"]}}""")]
    [TestCase("neuraknot-prod", """{"network":{"dualStack":true},"audit":{"cloudTrail":true}}""")]
    [TestCase("neuraknot-prod", """{"users":{"passkeys":{"enabled":true},"threatProtection":"enforced"}}""")]
    [TestCase("neuraknot-prod", """{"database":{"instance":{"multiAz":true}},"cluster":{"insights":"enhanced"}}""")]
    public async Task Other_choices_make_plans_that_the_provider_accepts(string stack, string settings)
    {
        var plan = await PlannedStack.OfAsync(stack, (JsonObject)JsonNode.Parse(settings)!);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.One("aws:ecs/cluster:Cluster").Text("name"), Does.EndWith("-cluster"));
            Assert.That(plan.All("aws:iam/role:Role").Select(role => role.Text("name")), Is.Unique);
            Assert.That(plan.All("aws:scheduler/schedule:Schedule").Any(), Is.EqualTo(settings.Contains("\"stop\"")));
        }
    }

    private static Task<PlannedStack> ProdAsync(string settings) =>
        PlannedStack.OfAsync("neuraknot-prod", (JsonObject)JsonNode.Parse(settings)!);
}
