using System.Collections.Immutable;
using Infra.Compute;
using Infra.Settings;
using Infra.Settings.Compute;
using Infra.Settings.Neuraknot;
using Infra.Systems;

namespace Infra.Tests.Systems;

public sealed class NeuraknotServicesTests
{
    private const string Service = "aws:ecs/service:Service";
    private const string Repository = "awsx:ecr:Repository";
    private const string Log = "aws:cloudwatch/logGroup:LogGroup";
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private const string Out = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
    private const string In = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

    [TestCase("backend-go", 8080, 256, 512, "/health", "/api/*", 100)]
    [TestCase("python-ai", 8000, 512, 1024, "/health", null, null)]
    [TestCase("nextjs-frontend", 3000, 256, 512, "/", "", null)]
    public void The_table_is_that_of_the_source(
        string name,
        int port,
        int cpu,
        int memory,
        string health,
        string? paths,
        int? priority
    )
    {
        var row = NeuraknotServices.All[name];

        using (Assert.EnterMultipleScope())
        {
            Assert.That((row.Port, row.Size.Cpu, row.Size.MemoryMiB, row.HealthPath), Is.EqualTo((port, cpu, memory, health)));
            Assert.That(row.Route is { } route ? string.Join(' ', route.Paths) : null, Is.EqualTo(paths), "\"\" is all the rest");
            Assert.That(row.Route?.Priority, Is.EqualTo(priority));
            Assert.That(NeuraknotServices.All.Rows, Has.Length.EqualTo(3));
        }
    }

    [Test]
    public async Task Everything_of_a_service_follows_from_its_row()
    {
        var row = new ServiceRow("hooks", Port: 9100, new(1024, 2048)) { Route = ServiceRoute.ToPaths(50, "/hooks/*") };

        var before = await NeuraknotCase.RunAsync(StackEnvironment.Prod);
        var after = await NeuraknotCase.RunAsync(StackEnvironment.Prod, With(row));

        var added = Names(after).Except(Names(before)).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Names(before).Except(Names(after)), Is.Empty, "no other service notices");
            Assert.That(after.One(Repository, "neuraknot-hooks-repository").Inputs["name"], Is.EqualTo("neuraknot-prod-hooks"));
            Assert.That(after.One(Log, "neuraknot-hooks-log").Inputs["name"], Is.EqualTo("/ecs/neuraKnot-prod-hooks"));
            Assert.That(after.One(Service, "neuraknot-hooks-service").Inputs["name"], Is.EqualTo("neuraKnot-prod-hooks"));
            Assert.That(
                after.One("aws:ecs/taskDefinition:TaskDefinition", "neuraknot-hooks-task-definition").Inputs,
                Does.Contain(KeyValuePair.Create("cpu", (object)"1024"))
                    .And.Contain(KeyValuePair.Create("memory", (object)"2048"))
            );
            Assert.That(
                after.One("aws:lb/targetGroup:TargetGroup", "neuraknot-hooks-tg").Inputs["name"],
                Is.EqualTo("neuraKnot-prod-hooks-tg")
            );
            Assert.That(
                after.One("aws:lb/listenerRule:ListenerRule", "neuraknot-hooks-rule").Json("conditions"),
                Is.EqualTo("""[{"pathPattern":{"values":["/hooks/*"]}}]""")
            );
            Assert.That(after.All(Out).Select(rule => rule.Name), Does.Contain("neuraknot-alb-out-app-9100"));
            Assert.That(after.All(In).Select(rule => rule.Name), Does.Contain("neuraknot-app-in-alb-9100"));
            Assert.That(
                after.All(Alarm).Select(alarm => alarm.Name!).Where(name => name.Contains("-hooks-", StringComparison.Ordinal)),
                Is.EquivalentTo(
                    new[] { "cpu-high", "memory-high", "tasks-low", "target-5xx", "response-time-high", "unhealthy-targets" }
                        .Concat(["deploy-5xx", "deploy-unhealthy"])
                        .Select(alarm => $"neuraknot-hooks-{alarm}")
                )
            );
            Assert.That(
                added.Select(name => name.Split(' ')[0]),
                Does.Contain("aws:iam/role:Role").And.Contain("aws:appautoscaling/target:Target"),
                "roles and scaling of its own"
            );
            Assert.That(
                (string)after.One("aws:cloudwatch/dashboard:Dashboard").Inputs["dashboardBody"],
                Does.Contain("neuraKnot-prod-hooks")
            );
        }
    }

    [Test]
    public async Task A_row_that_another_calls_is_found_by_name_and_by_nobody_outside()
    {
        var worker = new ServiceRow("worker", Port: 9200, new(256, 512));
        var caller = new ServiceRow("hooks", Port: 9100, new(256, 512))
        {
            Route = ServiceRoute.ToPaths(50, "/hooks/*"),
            Calls = ImmutableSortedDictionary<string, string>.Empty.Add("worker", "WORKER_URL"),
        };

        var run = await NeuraknotCase.RunAsync(StackEnvironment.Dev, With(StackEnvironment.Dev, worker, caller));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.One("aws:servicediscovery/service:Service", "neuraknot-worker-registry").Inputs["name"],
                Is.EqualTo("worker")
            );
            Assert.That(run.One(Service, "neuraknot-worker-service").Inputs, Does.Not.ContainKey("loadBalancers"));
            Assert.That(
                NeuraknotContainer.Of(run, "hooks").Environment["WORKER_URL"],
                Is.EqualTo("http://worker.neuraknot-dev.local:9200")
            );
            Assert.That(run.All(In).Select(rule => rule.Name), Does.Contain("neuraknot-app-in-app-9200"));
            Assert.That(run.All(In).Select(rule => rule.Name), Has.None.EqualTo("neuraknot-app-in-alb-9200"));
        }
    }

    [Test]
    public void A_row_that_nobody_reaches_is_refused()
    {
        var settings = With(new ServiceRow("idle", Port: 9300, new(256, 512)));

        Assert.That(
            settings.Validate(NeuraknotCase.Prod, []).Select(problem => problem.ToString()),
            Is.EqualTo(
                new[] { "services.idle.route: got nothing, want a route, or a service that calls it; nobody would ever reach it" }
            )
        );
    }

    [Test]
    public async Task A_frontend_elsewhere_leaves_nothing_of_itself_and_the_API_gets_every_request()
    {
        var settings = NeuraknotCase.Settings(StackEnvironment.Prod);
        var run = await NeuraknotCase.RunAsync(
            StackEnvironment.Prod,
            settings with
            {
                FrontendUrl = "https://app.example.org",
                Services = NeuraknotCase.Each(
                    settings,
                    (name, service) => service with { Enabled = name != NeuraknotServices.Frontend }
                ),
            }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Names(run), Has.None.Contains("frontend"));
            Assert.That(run.All("aws:lb/listenerRule:ListenerRule"), Is.Empty);
            Assert.That(
                run.One("aws:lb/listener:Listener", "neuraknot-https").Json("defaultActions"),
                Does.Contain("arn:neuraknot-backend-go-tg")
            );
            Assert.That(run.All(In).Select(rule => rule.Name), Has.None.EqualTo("neuraknot-app-in-alb-3000"));
        }
    }

    private static NeuraknotSettings With(params ServiceRow[] rows) => With(StackEnvironment.Prod, rows);

    private static NeuraknotSettings With(StackEnvironment environment, params ServiceRow[] rows)
    {
        var settings = NeuraknotCase.Settings(environment);
        var table = new ServiceTable([.. NeuraknotServices.All.Rows, .. rows]);
        var defaults = ContainerServiceSettings.Defaults(table);
        return settings.Knowing(table) with
        {
            Services = settings.Services.AddRange(
                rows.Select(row =>
                    KeyValuePair.Create(
                        row.Name,
                        defaults[row.Name] with
                        {
                            Enabled = true,
                            Image = ImageReference.PlaceholderDigest,
                        }
                    )
                )
            ),
        };
    }

    private static IEnumerable<string> Names(Sandbox run) =>
        run.Registered.Select(resource => $"{resource.Type} {resource.Name}");
}
