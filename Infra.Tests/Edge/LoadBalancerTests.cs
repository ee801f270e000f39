using Infra.Edge;
using Infra.Tests.Policies;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Infra.Tests.Edge;

public sealed class LoadBalancerTests
{
    private const string Alb = "aws:lb/loadBalancer:LoadBalancer";
    private const string Group = "aws:lb/targetGroup:TargetGroup";
    private const string Listener = "aws:lb/listener:Listener";
    private const string Rule = "aws:lb/listenerRule:ListenerRule";
    private const string Record = "aws:route53/record:Record";

    [Test]
    public async Task The_load_balancer_faces_the_internet_and_lets_nothing_odd_through()
    {
        var inputs = (await RunAsync(Args())).One(Alb).Inputs;

        var expected = new Dictionary<string, object>
        {
            ["name"] = "idp-server-alb",
            ["loadBalancerType"] = "application",
            ["internal"] = false,
            ["ipAddressType"] = "ipv4",
            ["enableDeletionProtection"] = true,
            ["dropInvalidHeaderFields"] = true,
            ["desyncMitigationMode"] = "defensive",
            ["idleTimeout"] = 55,
            ["enableHttp2"] = true,
        };
        using (Assert.EnterMultipleScope())
        {
            foreach (var (key, value) in expected)
                Assert.That(inputs[key], Is.EqualTo(value), key);
            Assert.That(inputs["subnets"], Is.EqualTo(new[] { "subnet-a", "subnet-c" }));
            Assert.That(inputs["securityGroups"], Is.EqualTo(new[] { "sg-alb" }));
            Assert.That(inputs, Does.Not.ContainKey("connectionLogs"));
        }
    }

    [Test]
    public async Task Requests_are_logged_into_a_bucket_that_lets_only_this_load_balancer_write()
    {
        var run = await RunAsync(Args() with { ConnectionLogs = true });

        var write = PolicyReading.Statements(run.One("aws:s3/bucketPolicy:BucketPolicy").Inputs["policy"])["ServiceWritesLogs"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.One(Alb).Json("accessLogs"),
                Is.EqualTo("""{"bucket":"idp-server-alb-logs-111111111111","enabled":true,"prefix":"access"}""")
            );
            Assert.That(
                run.One(Alb).Json("connectionLogs"),
                Is.EqualTo("""{"bucket":"idp-server-alb-logs-111111111111","enabled":true,"prefix":"connection"}""")
            );
            Assert.That(
                write.Texts("Condition", "ArnLike", "aws:SourceArn"),
                Is.EqualTo(new[] { "arn:aws:elasticloadbalancing:ap-northeast-1:111111111111:loadbalancer/app/idp-server-alb/*" })
            );
            Assert.That(write.Texts("Resource"), Has.Length.EqualTo(2));
        }
    }

    [Test]
    public async Task People_are_served_over_TLS_and_sent_there_from_plain_HTTP()
    {
        var run = await RunAsync(Args());

        var secure = run.One(Listener, "idp-https");
        var plain = run.One(Listener, "idp-http");
        var (https, http) = (secure.Inputs, plain.Inputs);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((https["port"], https["protocol"]), Is.EqualTo(((object)443, (object)"HTTPS")));
            Assert.That(https["certificateArn"], Is.EqualTo("arn:certificate"));
            Assert.That(https["sslPolicy"], Is.EqualTo("ELBSecurityPolicy-TLS13-1-2-2021-06"));
            Assert.That(Action(secure), Is.EqualTo("""{"targetGroupArn":"arn:idp-tg","type":"forward"}"""));
            Assert.That((http["port"], http["protocol"]), Is.EqualTo(((object)80, (object)"HTTP")));
            Assert.That(
                Action(plain),
                Is.EqualTo("""{"redirect":{"port":"443","protocol":"HTTPS","statusCode":"HTTP_301"},"type":"redirect"}""")
            );
            Assert.That(http, Does.Not.ContainKey("certificateArn").And.Not.ContainKey("sslPolicy"));
        }
    }

    [Test]
    public async Task Targets_are_tasks_that_say_they_are_healthy()
    {
        var group = (await RunAsync(Args())).One(Group);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(group.Inputs["name"], Is.EqualTo("idp-server-tg"));
            Assert.That(group.Inputs["targetType"], Is.EqualTo("ip"));
            Assert.That((group.Inputs["protocol"], group.Inputs["port"]), Is.EqualTo(((object)"HTTP", (object)8080)));
            Assert.That(group.Inputs["deregistrationDelay"], Is.EqualTo(30));
            Assert.That(group.Inputs["slowStart"], Is.Zero);
            Assert.That(group.Json("stickiness"), Is.EqualTo("""{"enabled":false,"type":"lb_cookie"}"""));
            Assert.That(
                group.Json("healthCheck").Replace('"', '\''),
                Is.EqualTo(
                    "{'enabled':true,'healthyThreshold':2,'interval':30,'matcher':'200','path':'/actuator/health',"
                        + "'protocol':'HTTP','timeout':5,'unhealthyThreshold':3}"
                )
            );
        }
    }

    [Test]
    public async Task The_host_is_pointed_here_in_its_zone()
    {
        var run = await RunAsync(Args() with { DualStack = true });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.All(Record).Select(record => $"{record.Name} {record.Inputs["type"]} {record.Inputs["name"]}"),
                Is.EqualTo(new[] { "idp-alias-ipv4 A idp.example.com", "idp-alias-ipv6 AAAA idp.example.com" })
            );
            Assert.That(
                run.All(Record).Select(record => record.Json("aliases")),
                Is.All.EqualTo("""[{"evaluateTargetHealth":true,"name":"dns:idp-alb","zoneId":"zone:idp-alb"}]""")
            );
            Assert.That(run.One(Alb).Inputs["ipAddressType"], Is.EqualTo("dualstack"));
            Assert.That((await RunAsync(Args())).All(Record).Select(record => record.Inputs["type"]), Is.EqualTo(new[] { "A" }));
            Assert.That((await RunAsync(Args() with { HostedZoneId = null })).All(Record), Is.Empty);
        }
    }

    [Test]
    public async Task An_unprotected_stack_without_a_host_answers_plain_HTTP()
    {
        LoadBalancer? balancer = null;
        var run = await Sandbox.RunAsync(() =>
            balancer = new LoadBalancer("idp", Plain() with { Context = TestStacks.Dev, Protect = false })
        );

        var only = run.One(Listener);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((only.Inputs["port"], only.Inputs["protocol"]), Is.EqualTo(((object)80, (object)"HTTP")));
            Assert.That(Action(only), Is.EqualTo("""{"targetGroupArn":"arn:idp-tg","type":"forward"}"""));
            Assert.That(await OutputUtilities.GetValueAsync(balancer!.Url), Is.EqualTo("http://dns:idp-alb"));
            Assert.That(balancer.Name, Is.EqualTo("idp-server-dev-alb"));
            Assert.That(run.One(Alb).Inputs["enableDeletionProtection"], Is.False);
        }
    }

    [Test]
    public async Task Plain_HTTP_is_refused_where_it_matters()
    {
        var error = await Assert.ThrowsAsync<RunException>(() => RunAsync(Plain()));

        Assert.That(
            error!.Message,
            Does.Contain("LoadBalancer 'idp': 1 problem in its args")
                .And.Contain(
                    "certificateArn: got nothing, want a certificate while protect is true; sign-ins must not travel in the clear"
                )
        );
    }

    [Test]
    public async Task A_blue_green_deployment_finds_two_groups_and_a_rule_that_is_its_own()
    {
        LoadBalancer? balancer = null;
        var run = await Sandbox.RunAsync(() =>
            balancer = new LoadBalancer("idp", Args() with { BlueGreen = true, TestPort = 8443 })
        );

        var rules = run.All(Rule).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.All(Group).Select(group => group.Inputs["name"]),
                Is.EqualTo(new[] { "idp-server-tg", "idp-server-tg2" })
            );
            Assert.That(
                rules.Select(rule => $"{rule.Name} on {rule.Inputs["listenerArn"]}"),
                Is.EqualTo(new[] { "idp-production-rule on arn:idp-https", "idp-test-rule on arn:idp-test" })
            );
            Assert.That(
                rules.Select(rule => rule.Json("actions")),
                Is.All.Contains("""{"arn":"arn:idp-tg","weight":100},{"arn":"arn:idp-tg2","weight":0}""")
            );
            Assert.That(rules.Select(rule => rule.Json("conditions")), Is.All.EqualTo("""[{"pathPattern":{"values":["/*"]}}]"""));
            Assert.That(
                run.All(Listener).Where(listener => listener.Name != "idp-http").Select(Action),
                Is.All.Contains("forward"),
                "ECS may not move traffic on a listener that also does something else"
            );
            Assert.That(run.One(Listener, "idp-test").Inputs["port"], Is.EqualTo(8443));
            Assert.That(run.One(Listener, "idp-test").Inputs["certificateArn"], Is.EqualTo("arn:certificate"));
            Assert.That(await OutputUtilities.GetValueAsync(balancer!.AlternateTargetGroupArn!), Is.EqualTo("arn:idp-tg2"));
            Assert.That(await OutputUtilities.GetValueAsync(balancer.ProductionRuleArn!), Is.EqualTo("arn:idp-production-rule"));
            Assert.That(await OutputUtilities.GetValueAsync(balancer.TestRuleArn!), Is.EqualTo("arn:idp-test-rule"));
        }
    }

    [Test]
    public async Task Without_blue_green_there_is_one_group_and_no_rule()
    {
        LoadBalancer? balancer = null;
        var run = await Sandbox.RunAsync(() => balancer = new LoadBalancer("idp", Args()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.All(Rule), Is.Empty);
            Assert.That(balancer!.AlternateTargetGroupArn, Is.Null);
            Assert.That(balancer.ProductionRuleArn, Is.Null);
            Assert.That(await OutputUtilities.GetValueAsync(balancer.Url), Is.EqualTo("https://idp.example.com"));
            Assert.That(await OutputUtilities.GetValueAsync(balancer.ArnSuffix), Is.EqualTo("suffix:idp-alb"));
            Assert.That(await OutputUtilities.GetValueAsync(balancer.TargetGroupArnSuffix), Is.EqualTo("suffix:idp-tg"));
        }
    }

    [Test]
    public async Task Whoever_registers_targets_waits_until_they_are_reached()
    {
        LoadBalancer? balancer = null;
        await Sandbox.RunAsync(() => balancer = new LoadBalancer("idp", Args()));

        Assert.That(
            (await OutputUtilities.GetDependenciesAsync(balancer!.TargetGroupArn)).Select(resource => resource.GetResourceName()),
            Is.EquivalentTo(new[] { "idp-tg", "idp-https" })
        );
    }

    [Test]
    public async Task What_AWS_or_reason_refuses_is_refused_all_at_once()
    {
        var bad = Args() with
        {
            Domain = null,
            TlsPolicy = "ELBSecurityPolicy-2016-08",
            DesyncMode = "monitor",
            IdleTimeoutSeconds = 0,
            DeregistrationSeconds = 3601,
            SlowStartSeconds = 29,
            HealthPath = "health",
            TestPort = 443,
        };

        var error = await Assert.ThrowsAsync<RunException>(() => RunAsync(bad));

        Assert.That(
            error!.Message,
            Does.Contain("LoadBalancer 'idp': 10 problems in its args")
                .And.Contain("domain: got nothing, want the host of the certificate;")
                .And.Contain("domain: got nothing, want the host to point here in the zone;")
                .And.Contain("tlsPolicy: got ELBSecurityPolicy-2016-08, want ELBSecurityPolicy-TLS13-1-2-2021-06 or a newer one")
                .And.Contain("desyncMode: got monitor, want defensive or strictest;")
                .And.Contain("idleTimeoutSeconds: got 0, want 1 to 4000;")
                .And.Contain("deregistrationSeconds: got 3601, want 0 to 3600;")
                .And.Contain("slowStartSeconds: got 29, want 0 or 30 to 900;")
                .And.Contain("healthPath: got health, want a path that begins with /;")
                .And.Contain("testPort: got 443, want 1 to 65535 other than 80 and 443;")
                .And.Contain("testPort: got 443, want none while blueGreen is false;")
        );
    }

    private static string Action(MockResourceArgs listener) => listener.Json("defaultActions")[1..^1];

    private static LoadBalancerArgs Args() =>
        Plain() with
        {
            Domain = "idp.example.com",
            HostedZoneId = "Z1",
            CertificateArn = "arn:certificate",
        };

    private static LoadBalancerArgs Plain() =>
        new()
        {
            Context = TestStacks.Prod,
            VpcId = "vpc-1",
            SubnetIds = new[] { "subnet-a", "subnet-c" },
            SecurityGroupId = "sg-alb",
        };

    private static Task<Sandbox> RunAsync(LoadBalancerArgs args) => Sandbox.RunAsync(() => _ = new LoadBalancer("idp", args));
}
