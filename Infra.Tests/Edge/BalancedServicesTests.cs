using System.Collections.Immutable;
using Infra.Edge;
using Infra.Tests.Compute;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Infra.Tests.Edge;

public sealed class BalancedServicesTests
{
    private const string Group = "aws:lb/targetGroup:TargetGroup";
    private const string Listener = "aws:lb/listener:Listener";
    private const string Rule = "aws:lb/listenerRule:ListenerRule";

    [Test]
    public async Task Each_service_has_a_target_group_with_its_own_port_and_health()
    {
        var run = await RunAsync(BalancedCase.Args());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.All(Group)
                    .OrderBy(group => group.Name, StringComparer.Ordinal)
                    .Select(group => $"{group.Name} {group.Inputs["name"]} :{group.Inputs["port"]} {Health(group)}"),
                Is.EqualTo(
                    new[]
                    {
                        "nk-backend-go-tg neuraKnot-prod-backend-go-tg :8080 /health",
                        "nk-frontend-tg neuraKnot-prod-frontend-tg :3000 /",
                    }
                )
            );
            var backend = run.One(Group, "nk-backend-go-tg");
            Assert.That(
                (backend.Inputs["deregistrationDelay"], backend.Inputs["slowStart"]),
                Is.EqualTo(((object)20, (object)60))
            );
            Assert.That(backend.Json("healthCheck"), Does.Contain("\"matcher\":\"200\""));
            Assert.That(run.One(Group, "nk-frontend-tg").Inputs["deregistrationDelay"], Is.EqualTo(30));
        }
    }

    [Test]
    public async Task Paths_and_hosts_lead_to_services_and_the_rest_to_the_default()
    {
        var services = BalancedCase.Services.SetItem(
            "backend-go",
            BalancedCase.Services["backend-go"] with
            {
                Hosts = ["api.example.com", "*.api.example.com"],
            }
        );
        var run = await RunAsync(BalancedCase.Args() with { Services = services });

        var rule = run.One(Rule);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rule.Name, Is.EqualTo("nk-backend-go-rule"));
            Assert.That(rule.NameTag(), Is.EqualTo("neuraKnot-prod-backend-go-rule"));
            Assert.That((rule.Inputs["priority"], rule.Inputs["listenerArn"]), Is.EqualTo(((object)100, (object)"arn:nk-https")));
            Assert.That(rule.Json("actions"), Is.EqualTo("""[{"targetGroupArn":"arn:nk-backend-go-tg","type":"forward"}]"""));
            Assert.That(
                rule.Json("conditions"),
                Is.EqualTo(
                    """[{"hostHeader":{"values":["api.example.com","*.api.example.com"]}},{"pathPattern":{"values":["/api/*"]}}]"""
                )
            );
            Assert.That(
                run.One(Listener, "nk-https").Json("defaultActions"),
                Is.EqualTo("""[{"targetGroupArn":"arn:nk-frontend-tg","type":"forward"}]""")
            );
            Assert.That(run.One(Listener, "nk-http").Json("defaultActions"), Does.Contain("HTTP_301"));
        }
    }

    [Test]
    public async Task Whoever_registers_targets_waits_for_the_rule_that_leads_to_them()
    {
        LoadBalancer? balancer = null;
        await Sandbox.RunAsync(() => balancer = new LoadBalancer("nk", BalancedCase.Args()));

        var (backend, frontend) = (balancer!.Services["backend-go"], balancer.Services["nextjs-frontend"]);
        var target = balancer.TargetOf("backend-go", "backend-go", 8080);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await WaitsAsync(backend.Arn), Is.EquivalentTo(new[] { "nk-backend-go-tg", "nk-backend-go-rule" }));
            Assert.That(await WaitsAsync(frontend.Arn), Is.EquivalentTo(new[] { "nk-frontend-tg", "nk-https" }));
            Assert.That(
                (backend.Name, frontend.Name),
                Is.EqualTo(("neuraKnot-prod-backend-go-tg", "neuraKnot-prod-frontend-tg"))
            );
            Assert.That(balancer.TargetGroupNames, Is.EqualTo(new[] { backend.Name, frontend.Name }));
            Assert.That(await ValueAsync(backend.ArnSuffix), Is.EqualTo("suffix:nk-backend-go-tg"));
            Assert.That(await ValueAsync(balancer.TargetGroupArn), Is.EqualTo("arn:nk-frontend-tg"));
            Assert.That((target.Container, target.Port), Is.EqualTo(("backend-go", 8080)));
            Assert.That(await ValueAsync(target.TargetGroupArn.ToOutput()), Is.EqualTo("arn:nk-backend-go-tg"));
            Assert.That(await ValueAsync(target.TargetGroupArnSuffix.ToOutput()), Is.EqualTo("suffix:nk-backend-go-tg"));
            Assert.That(await ValueAsync(target.LoadBalancerArnSuffix.ToOutput()), Is.EqualTo("suffix:nk-alb"));
            Assert.That((target.BlueGreen, target.CodeDeploy), Is.EqualTo(((object?)null, (object?)null)));
        }
    }

    [Test]
    public async Task A_header_of_the_CDN_is_asked_for_by_every_rule()
    {
        LoadBalancer? balancer = null;
        var run = await Sandbox.RunAsync(() =>
            balancer = new LoadBalancer("nk", BalancedCase.Args() with { OriginHeaders = [new("X-Origin", "one")] })
        );

        var (backend, rest) = (run.One(Rule, "nk-backend-go-rule"), run.One(Rule, "nk-production-rule"));
        const string header = """{"httpHeader":{"httpHeaderName":"X-Origin","values":["one"]}}""";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(backend.Json("conditions"), Does.Contain("/api/*").And.Contain(header));
            Assert.That(rest.Json("conditions"), Is.EqualTo($"[{header}]"));
            Assert.That((backend.Inputs["priority"], rest.Inputs["priority"]), Is.EqualTo(((object)100, (object)50_000)));
            Assert.That(rest.Json("actions"), Does.Contain("arn:nk-frontend-tg"));
            Assert.That(
                await WaitsAsync(balancer!.Services["nextjs-frontend"].Arn),
                Is.EquivalentTo(new[] { "nk-frontend-tg", "nk-production-rule" })
            );
            Assert.That(run.One(Listener, "nk-https").Json("defaultActions"), Does.Contain("403"));
        }
    }

    [Test]
    public async Task Plain_HTTP_in_production_is_served_only_where_it_is_accepted()
    {
        var plain = BalancedCase.Args() with { CertificateArn = null, Domain = null };
        var run = await RunAsync(plain with { AcceptPlainHttp = true });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.One(Listener).Inputs["port"], Is.EqualTo(80));
            Assert.That(run.One(Listener).Json("defaultActions"), Does.Contain("arn:nk-frontend-tg"));
            Assert.That(run.One(Rule).Inputs["listenerArn"], Is.EqualTo("arn:nk-http"));
            Assert.That(run.One("aws:lb/loadBalancer:LoadBalancer").Inputs["enableDeletionProtection"], Is.True);
            Assert.That(plain.Validate().Single().Path, Is.EqualTo("certificateArn"));
            Assert.That(
                (BalancedCase.Args() with { AcceptPlainHttp = true }).Validate().Single().ToString(),
                Is.EqualTo(
                    "acceptPlainHttp: got true, want false with a certificate; nothing travels in the clear any more: take it out, so that "
                        + "a lost certificate is refused again"
                )
            );
        }
    }

    private static string Health(MockResourceArgs group) => (string)Inputs.Map(group.Inputs["healthCheck"])["path"];

    private static Task<string> ValueAsync(Output<string> output) => OutputUtilities.GetValueAsync(output);

    private static async Task<IEnumerable<string>> WaitsAsync(Output<string> output) =>
        (await OutputUtilities.GetDependenciesAsync(output)).Select(resource => resource.GetResourceName());

    private static Task<Sandbox> RunAsync(LoadBalancerArgs args) => Sandbox.RunAsync(() => _ = new LoadBalancer("nk", args));
}
