using System.Collections.Immutable;
using Infra.Compute;
using Infra.Edge;
using Infra.Settings.Compute;
using Infra.Tests.Edge;
using Pulumi;

namespace Infra.Tests.Compute;

/// <summary>All parts of several services together, as a system composes them from its table.</summary>
public sealed class ServicesFromTableTests
{
    private const string Service = "aws:ecs/service:Service";

    [Test]
    public async Task Every_resource_has_a_name_of_its_own()
    {
        var run = await RunAsync(TableCase.Table);

        var twice = run.Registered.CountBy(resource => (resource.Type, resource.Name)).Where(count => count.Value > 1);
        Assert.That(twice, Is.Empty);
    }

    [Test]
    public async Task Physical_names_follow_the_source()
    {
        var run = await RunAsync(TableCase.Table);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Names(run, Service),
                Is.EquivalentTo(
                    new[] { "neuraKnot-prod-backend-go", "neuraKnot-prod-nextjs-frontend", "neuraKnot-prod-python-ai" }
                )
            );
            Assert.That(
                Names(run, "aws:cloudwatch/logGroup:LogGroup"),
                Is.EquivalentTo(
                    new[]
                    {
                        "/ecs/neuraKnot-prod-backend-go",
                        "/ecs/neuraKnot-prod-nextjs-frontend",
                        "/ecs/neuraKnot-prod-python-ai",
                    }
                )
            );
            Assert.That(
                Names(run, "aws:lb/targetGroup:TargetGroup"),
                Is.EquivalentTo(new[] { "neuraKnot-prod-backend-go-tg", "neuraKnot-prod-frontend-tg" })
            );
            Assert.That(
                run.One(Service, "nk-python-ai-service").Inputs,
                Does.Not.ContainKey("loadBalancers").And.ContainKey("serviceRegistries")
            );
            Assert.That(
                run.One(Service, "nk-nextjs-frontend-service").Maps("loadBalancers"),
                Is.EqualTo(new[] { "containerName=nextjs-frontend containerPort=3000 targetGroupArn=arn:nk-frontend-tg" })
            );
        }
    }

    [Test]
    public async Task A_further_service_is_a_further_row()
    {
        var row = new ServiceRow("worker", 9000, new(256, 512)) { Route = ServiceRoute.ToHosts(5, "jobs.example.com") };
        var run = await RunAsync(new(TableCase.Backend, TableCase.Ai, TableCase.Frontend, row));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Names(run, Service), Does.Contain("neuraKnot-prod-worker"));
            Assert.That(Names(run, "aws:cloudwatch/logGroup:LogGroup"), Does.Contain("/ecs/neuraKnot-prod-worker"));
            Assert.That(
                run.One("aws:lb/listenerRule:ListenerRule", "nk-worker-rule").Json("conditions"),
                Is.EqualTo("""[{"hostHeader":{"values":["jobs.example.com"]}}]""")
            );
            Assert.That(
                (await RunAsync(TableCase.Table)).All("aws:lb/listenerRule:ListenerRule").Select(rule => rule.Name),
                Is.EqualTo(new[] { "nk-backend-go-rule" })
            );
        }
    }

    private static IEnumerable<object> Names(Sandbox run, string type) =>
        run.All(type).Select(resource => resource.Inputs["name"]);

    private static Task<Sandbox> RunAsync(ServiceTable table) =>
        Sandbox.RunAsync(() =>
        {
            var context = TableCase.Prod;
            var edge = new LoadBalancer("nk", BalancedCase.Args() with { Services = RoutingTable.Of(table) });
            var mesh = new ServiceMesh(
                "nk",
                new()
                {
                    Context = context,
                    VpcId = "vpc-1",
                    Ports = table.MeshPorts,
                }
            );
            foreach (var (name, settings) in ContainerServiceSettings.Defaults(table))
            {
                var row = table[name];
                var log = new ServiceLog($"nk-{name}", settings.ToLog(context, row, "arn:key"));
                var environment = table
                    .Addresses(name, mesh.Addresses)
                    .ToImmutableSortedDictionary(entry => entry.Key, entry => (Input<string>)entry.Value);
                var wiring = new ContainerServiceWiring(
                    "registry/own:1",
                    "neuraKnot-prod-cluster",
                    "arn:cluster",
                    "/ecs/neuraKnot-prod/exec",
                    ["subnet-a", "subnet-c"],
                    "sg-app",
                    log.Name,
                    "arn:key"
                )
                {
                    Target = row.IsPublic ? edge.TargetOf(name, name, row.Port) : null,
                    Environment = environment,
                };
                _ = new FargateService($"nk-{name}", mesh.Join(name, settings.ToArgs(context, row, wiring), row.Size));
            }
        });
}
