using System.Text.Json;
using Infra.Compute;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Compute;

public sealed class ServiceMeshTests
{
    private const string Zone = "aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace";
    private const string Group = "aws:servicediscovery/httpNamespace:HttpNamespace";
    private const string Registry = "aws:servicediscovery/service:Service";

    [Test]
    public async Task Services_that_are_called_have_a_private_name()
    {
        var run = await RunAsync(Args());

        var (zone, registry) = (run.One(Zone), run.One(Registry));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(zone.Inputs["name"], Is.EqualTo("neuraknot-dev.local"));
            Assert.That(zone.Inputs["vpc"], Is.EqualTo("vpc-1"));
            Assert.That(zone.NameTag(), Is.EqualTo("neuraKnot-dev-namespace"));
            Assert.That((registry.Name, registry.Inputs["name"]), Is.EqualTo(("nk-python-ai-registry", (object)"python-ai")));
            Assert.That(
                registry.Json("dnsConfig"),
                Is.EqualTo(
                    """{"dnsRecords":[{"ttl":10,"type":"A"}],"namespaceId":"id:nk-namespace","routingPolicy":"MULTIVALUE"}"""
                )
            );
            Assert.That(registry.Json("healthCheckCustomConfig"), Is.EqualTo("""{"failureThreshold":1}"""));
            Assert.That(registry.Inputs["forceDestroy"], Is.True);
            Assert.That(run.All(Group), Is.Empty);
        }
    }

    [TestCase(false), TestCase(true)]
    public async Task Addresses_are_known_before_anything_is_deployed_and_the_same_in_both_modes(bool proxied)
    {
        ServiceMesh? mesh = null;
        await Sandbox.RunAsync(() =>
            mesh = new ServiceMesh("nk", Args() with { Mode = proxied ? DiscoveryMode.ServiceConnect : DiscoveryMode.CloudMap })
        );

        Assert.That(
            mesh!.Addresses,
            Is.EqualTo(new Dictionary<string, string> { ["python-ai"] = "python-ai.neuraknot-dev.local:8000" })
        );
    }

    [Test]
    public async Task A_service_that_is_called_is_registered_and_another_is_not()
    {
        var run = await Sandbox.RunAsync(() =>
        {
            var mesh = new ServiceMesh("nk", Args());
            _ = new FargateService("ai", mesh.Join("python-ai", Ai(), TableCase.Ai.Size));
            _ = new FargateService("go", mesh.Join("backend-go", Ai(), TableCase.Backend.Size));
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.One("aws:ecs/service:Service", "ai-service").Json("serviceRegistries"),
                Is.EqualTo("""{"registryArn":"arn:nk-python-ai-registry"}""")
            );
            foreach (var service in run.All("aws:ecs/service:Service"))
                Assert.That(service.Inputs, Does.Not.ContainKey("serviceConnectConfiguration"));
            Assert.That(run.One("aws:ecs/service:Service", "go-service").Inputs, Does.Not.ContainKey("serviceRegistries"));
        }
    }

    [Test]
    public async Task In_Service_Connect_everybody_may_call_and_who_is_called_has_a_named_port()
    {
        var run = await Sandbox.RunAsync(() =>
        {
            var mesh = new ServiceMesh("nk", Args() with { Mode = DiscoveryMode.ServiceConnect });
            var large = Ai() with { Size = new(1024, 2048) };
            _ = new FargateService("ai", mesh.Join("python-ai", large, TableCase.Ai.Size));
            _ = new FargateService("go", mesh.Join("backend-go", large, TableCase.Backend.Size));
        });

        var ai = JsonDocument.Parse(run.One("aws:ecs/service:Service", "ai-service").Json("serviceConnectConfiguration"));
        var go = JsonDocument.Parse(run.One("aws:ecs/service:Service", "go-service").Json("serviceConnectConfiguration"));
        var ports = Ports(run, "ai-task-definition");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.One(Group).Inputs["name"], Is.EqualTo("neuraknot-dev"));
            Assert.That(run.All(Zone).Concat(run.All(Registry)), Is.Empty);
            Assert.That(ai.RootElement.GetProperty("enabled").GetBoolean(), Is.True);
            Assert.That(ai.RootElement.GetProperty("namespace").GetString(), Is.EqualTo("arn:nk-http-namespace"));
            Assert.That(
                ai.RootElement.GetProperty("services").GetRawText(),
                Is.EqualTo(
                    """[{"clientAlias":[{"dnsName":"python-ai.neuraknot-dev.local","port":8000}],"discoveryName":"python-ai","portName":"http"}]"""
                )
            );
            Assert.That(
                ai.RootElement.GetProperty("logConfiguration").GetRawText(),
                Is.EqualTo(
                    """{"logDriver":"awslogs","options":{"awslogs-group":"/ecs/x","awslogs-region":"ap-northeast-1","awslogs-stream-prefix":"ecs"}}"""
                )
            );
            Assert.That(go.RootElement.TryGetProperty("services", out _), Is.False);
            Assert.That(
                ports,
                Is.EqualTo("""[{"appProtocol":"http","containerPort":8000,"hostPort":8000,"name":"http","protocol":"tcp"}]""")
            );
            Assert.That(Ports(run, "go-task-definition"), Does.Not.Contain("name"));
        }
    }

    [Test]
    public void A_task_without_room_for_the_proxy_is_refused_with_the_sum()
    {
        var connection = new ServiceConnection
        {
            NamespaceArn = "arn:namespace",
            Application = new(512, 1024),
            Address = new("python-ai", "python-ai.neuraknot-dev.local", 8001),
        };

        Assert.That(
            (Ai() with { Connection = connection, RegistryArn = "arn:registry" })
                .Validate()
                .Select(problem => problem.ToString()),
            Is.EqualTo(
                new[]
                {
                    "size: got 512 CPU units and 1024 MiB, want 768 and 1088 or more: 512 and 1024 of the application, 256 and 64 of the proxy; take a larger task, or let DNS find services",
                    "connection.address: got 8001, want a port of python-ai; others would call in vain",
                    "registryArn: got a registry and Service Connect, want one of them; a service is found in one way",
                }
            )
        );
    }

    [Test]
    public void Names_that_DNS_does_not_take_are_refused_together()
    {
        var bad = Args() with
        {
            Namespace = "Local",
            Ports = new Dictionary<string, int> { ["Python_AI"] = 0, [new string('a', 63)] = 1 }.ToSorted(),
        };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                bad.Validate().Select(problem => problem.ToString()),
                Is.EqualTo(
                    new[]
                    {
                        "namespace: got Local, want small letters, digits, hyphens and a dot; for example neuraknot-dev.local",
                        "ports.Python_AI: got Python_AI, want small letters, digits and hyphens, 63 characters at most; its name is part of a host",
                        "ports.Python_AI: got 0, want 1 to 65535; it is the port of the container",
                    }
                )
            );
            Assert.That(
                (Args() with { Ports = Args().Ports.Clear() }).Validate().Single().ToString(),
                Is.EqualTo("ports: got an empty list, want one service or more; make no mesh where nobody is called")
            );
            var longest = Args() with { Namespace = string.Join('.', Enumerable.Repeat(new string('a', 58), 4)) + ".ab" };
            Assert.That(longest.Validate(), Is.Empty);
            Assert.That(
                (longest with { Namespace = $"a.{longest.Namespace}aaaa" }).Validate().Single().Text,
                Does.Contain("want 253 characters at most; take a shorter namespace")
            );
            Assert.That(
                (longest with { Mode = DiscoveryMode.ServiceConnect }).Validate().Single().Text,
                Does.Contain("want 127 characters at most; take a shorter namespace")
            );
        }
    }

    private static ServiceMeshArgs Args() =>
        new()
        {
            Context = TableCase.Dev,
            VpcId = "vpc-1",
            Ports = TableCase.Table.MeshPorts,
        };

    private static FargateServiceArgs Ai() =>
        ServiceCase.Args() with
        {
            Context = TableCase.Dev,
            ServiceRole = "python-ai",
            TaskRole = "python-ai",
            Size = new(512, 1024),
            LogGroup = "/ecs/x",
            Containers = [ServiceCase.App with { Name = "python-ai", Ports = [new(8000)] }],
            Target = null,
        };

    private static string Ports(Sandbox run, string definition) =>
        JsonDocument
            .Parse((string)run.One("aws:ecs/taskDefinition:TaskDefinition", definition).Inputs["containerDefinitions"])
            .RootElement[0]
            .GetProperty("portMappings")
            .GetRawText();

    private static Task<Sandbox> RunAsync(ServiceMeshArgs args) => Sandbox.RunAsync(() => _ = new ServiceMesh("nk", args));
}
