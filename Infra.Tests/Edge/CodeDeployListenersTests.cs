using Infra.Compute;
using Infra.Edge;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Edge;

public sealed class CodeDeployListenersTests
{
    private const string Listener = "aws:lb/listener:Listener";
    private const string Rule = "aws:lb/listenerRule:ListenerRule";
    private const string Group = "aws:lb/targetGroup:TargetGroup";
    private const string Pair = """{"arn":"arn:web-tg","weight":100},{"arn":"arn:web-tg2","weight":0}""";

    [Test]
    public async Task CodeDeploy_turns_the_default_action_and_nobody_turns_it_back()
    {
        var options = new Options();
        var run = await RunAsync(Args() with { TestPort = 8443 }, options);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.All(Group).Select(group => group.Inputs["name"]),
                Is.EqualTo(new[] { "idp-server-tg", "idp-server-tg2" })
            );
            Assert.That(run.One(Listener, "web-https").Json("defaultActions"), Does.Contain(Pair));
            Assert.That(run.All(Rule), Is.Empty);
            Assert.That(options.Ignored("web-https"), Is.EqualTo(new[] { "defaultActions" }));
            Assert.That(options.Ignored("web-test"), Is.EqualTo(new[] { "defaultActions" }));
            Assert.That(options.Ignored("web-http"), Is.Empty, "a redirect is nobody's to turn");
        }
    }

    [Test]
    public async Task With_the_header_CodeDeploy_turns_the_rule_and_the_refusal_stays()
    {
        var options = new Options();
        var run = await RunAsync(Args() with { OriginHeaders = [new("X-Origin-Verify", "hush")], TestPort = 8443 }, options);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.All(Rule).Select(rule => $"{rule.Name} on {rule.Inputs["listenerArn"]}"),
                Is.EqualTo(new[] { "web-production-rule on arn:web-https", "web-test-rule on arn:web-test" })
            );
            Assert.That(run.All(Rule).Select(rule => rule.Json("actions")), Is.All.Contains(Pair));
            Assert.That(run.All(Rule).Select(rule => rule.Json("conditions")), Is.All.Contains("hush"));
            Assert.That(options.Ignored("web-production-rule"), Is.EqualTo(new[] { "actions" }));
            Assert.That(options.Ignored("web-test-rule"), Is.EqualTo(new[] { "actions" }));
            Assert.That(options.Ignored("web-https"), Is.Empty);
            Assert.That(run.One(Listener, "web-test").Json("defaultActions"), Does.Contain("403"));
        }
    }

    [Test]
    public async Task The_service_is_told_what_CodeDeploy_turns()
    {
        ServiceTarget? target = null;
        await Sandbox.RunAsync(() => target = new LoadBalancer("web", Args() with { TestPort = 8443 }).TargetOf("app", 3000));

        var pair = target!.CodeDeploy!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await ValueAsync(pair.ListenerArn), Is.EqualTo("arn:web-https"));
            Assert.That(await ValueAsync(pair.TestListenerArn!), Is.EqualTo("arn:web-test"));
            Assert.That(await ValueAsync(pair.AlternateTargetGroupArnSuffix), Is.EqualTo("suffix:web-tg2"));
            Assert.That(pair.LoadBalancerName, Is.EqualTo("idp-server-alb"));
            Assert.That(pair.TargetGroupNames, Is.EqualTo(new[] { "idp-server-tg", "idp-server-tg2" }));
            Assert.That(target.BlueGreen, Is.Null);
        }
    }

    [Test]
    public async Task ECS_and_nobody_are_told_nothing_of_it()
    {
        ServiceTarget? ecs = null;
        ServiceTarget? nobody = null;
        await Sandbox.RunAsync(() =>
        {
            ecs = new LoadBalancer("ecs", Args() with { CodeDeploy = false, BlueGreen = true }).TargetOf("app", 3000);
            nobody = new LoadBalancer("none", Args() with { CodeDeploy = false }).TargetOf("app", 3000);
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That((ecs!.CodeDeploy, ecs.BlueGreen is null), Is.EqualTo(((CodeDeployTarget?)null, false)));
            Assert.That((nobody!.CodeDeploy, nobody.BlueGreen), Is.EqualTo(((CodeDeployTarget?)null, (BlueGreenTarget?)null)));
        }
    }

    [Test]
    public async Task Ports_of_instances_are_targets_too()
    {
        var run = await RunAsync(Args() with { Targets = TargetKind.Instance, TargetPort = 3000, HealthPath = "/api/health" });

        var group = run.One(Group, "web-tg");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((group.Inputs["targetType"], group.Inputs["port"]), Is.EqualTo(((object)"instance", (object)3000)));
            Assert.That(group.Json("healthCheck"), Does.Contain("\"matcher\":\"200\"").And.Contain("\"path\":\"/api/health\""));
            Assert.That(run.One(Group, "web-tg2").Inputs["targetType"], Is.EqualTo("instance"));
        }
    }

    [Test]
    public void One_of_the_two_moves_the_traffic_and_ECS_only_between_addresses() =>
        Assert.That(
            (Args() with { BlueGreen = true, Targets = TargetKind.Instance }).Validate().Select(problem => problem.ToString()),
            Is.EqualTo(
                new[]
                {
                    "codeDeploy: got true, want false while blueGreen is true; one of the two moves the traffic",
                    "targets: got instance, want ip while blueGreen is true; ECS moves traffic between addresses only",
                }
            )
        );

    private static LoadBalancerArgs Args() =>
        new()
        {
            Context = TestStacks.Prod,
            VpcId = "vpc-1",
            SubnetIds = new[] { "subnet-a", "subnet-c" },
            SecurityGroupId = "sg-alb",
            Domain = "origin.example.com",
            CertificateArn = "arn:certificate",
            CodeDeploy = true,
        };

    private static Task<string> ValueAsync(Input<string> input) => OutputUtilities.GetValueAsync(input.ToOutput());

    private static Task<Sandbox> RunAsync(LoadBalancerArgs args, Options? options = null) =>
        Sandbox.RunAsync(() => _ = new LoadBalancer("web", args, options?.Of));
}
