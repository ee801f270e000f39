using Infra.Edge;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Edge;

public sealed class OriginHeaderTests
{
    private const string Listener = "aws:lb/listener:Listener";
    private const string Rule = "aws:lb/listenerRule:ListenerRule";
    private const string Forbidden =
        """[{"fixedResponse":{"contentType":"text/plain","messageBody":"Forbidden","statusCode":"403"},"type":"fixed-response"}]""";

    [Test]
    public async Task Only_requests_that_show_the_header_reach_the_targets()
    {
        LoadBalancer? balancer = null;
        var run = await Sandbox.RunAsync(() => balancer = new LoadBalancer("web", Args()));

        var rule = run.One(Rule);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.One(Listener, "web-https").Json("defaultActions"), Is.EqualTo(Forbidden));
            Assert.That(rule.Inputs["listenerArn"], Is.EqualTo("arn:web-https"));
            Assert.That(
                rule.Json("conditions"),
                Is.EqualTo("""[{"httpHeader":{"httpHeaderName":"X-Origin-Verify","values":["hush"]}}]""")
            );
            Assert.That(rule.Json("actions"), Is.EqualTo("""[{"targetGroupArn":"arn:web-tg","type":"forward"}]"""));
            Assert.That(run.One(Listener, "web-http").Json("defaultActions"), Does.Contain("redirect"));
            Assert.That(balancer!.ProductionRuleArn, Is.Null, "it is not ECS that turns this rule");
            Assert.That(
                (await OutputUtilities.GetDependenciesAsync(balancer.TargetGroupArn)).Select(r => r.GetResourceName()),
                Is.EquivalentTo(new[] { "web-tg", "web-production-rule" }),
                "ECS refuses a service whose target group nothing leads to"
            );
        }
    }

    [Test]
    public async Task Without_a_certificate_the_CDN_comes_over_plain_HTTP_and_still_shows_the_header()
    {
        var run = await RunAsync(Args() with { CertificateArn = null, Domain = null, Protect = false });

        var only = run.One(Listener);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((only.Inputs["port"], only.Inputs["protocol"]), Is.EqualTo(((object)80, (object)"HTTP")));
            Assert.That(only.Json("defaultActions"), Is.EqualTo(Forbidden));
            Assert.That(run.One(Rule).Inputs["listenerArn"], Is.EqualTo("arn:web-http"));
        }
    }

    [Test]
    public void A_protected_stack_needs_a_certificate_all_the_same() =>
        Assert.That(
            (Args() with { CertificateArn = null, Domain = null }).Validate().Single().Path,
            Is.EqualTo("certificateArn")
        );

    [Test]
    public async Task While_the_value_is_replaced_both_are_let_through()
    {
        var run = await RunAsync(
            Args() with
            {
                OriginHeaders =
                [
                    new("X-Origin-Verify", Output.CreateSecret("new")),
                    new("X-Origin-Verify", Output.CreateSecret("old")),
                ],
            }
        );

        Assert.That(
            run.One(Rule).Json("conditions"),
            Is.EqualTo("""[{"httpHeader":{"httpHeaderName":"X-Origin-Verify","values":["new","old"]}}]""")
        );
    }

    [Test]
    public void Two_headers_with_different_names_are_refused_and_case_makes_no_difference()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (Args() with { OriginHeaders = [new("X-One", "hush"), new("X-Two", "hush")] }).Validate().Single().ToString(),
                Does.StartWith("originHeaders: got ")
                    .And.Contain("X-One")
                    .And.Contain("X-Two")
                    .And.EndsWith("want one name; only the value differs while it is replaced")
            );
            Assert.That((Args() with { OriginHeaders = [new("X-One", "hush"), new("x-one", "old")] }).Validate(), Is.Empty);
        }
    }

    [TestCase("X Origin"), TestCase("X-*"), TestCase("")]
    public void Headers_that_a_load_balancer_does_not_ask_for_are_refused(string name) =>
        Assert.That(
            (Args() with { OriginHeaders = [new(name, "hush")] }).Validate().Single().ToString(),
            Does.StartWith("originHeaders.name: got ")
                .And.EndsWith("want 1 to 40 letters, digits and hyphens; a load balancer asks for no other header")
        );

    [Test]
    public void Blue_green_by_ECS_turns_no_listener_that_also_refuses() =>
        Assert.That(
            (Args() with { BlueGreen = true }).Validate().Single().ToString(),
            Is.EqualTo(
                "originHeaders: got X-Origin-Verify, want none while blueGreen is true; AWS has documented that ECS moves no traffic on a "
                    + "listener that also answers 403: let the firewall ask for the header"
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
            OriginHeaders = [new(OriginHeader.DefaultName, Output.CreateSecret("hush"))],
        };

    private static Task<Sandbox> RunAsync(LoadBalancerArgs args) => Sandbox.RunAsync(() => _ = new LoadBalancer("web", args));
}
