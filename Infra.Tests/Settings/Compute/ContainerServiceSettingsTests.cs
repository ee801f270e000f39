using Infra.Compute;
using Infra.Settings;
using Infra.Settings.Compute;
using Infra.Tests.Compute;

namespace Infra.Tests.Settings.Compute;

public sealed class ContainerServiceSettingsTests
{
    private static readonly ContainerServiceSettings Backend = ContainerServiceSettings.Defaults(TableCase.Table)["backend-go"];

    [Test]
    public void Defaults_come_from_the_table_and_are_sound()
    {
        var defaults = ContainerServiceSettings.Defaults(TableCase.Table);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                defaults.Select(entry =>
                    $"{entry.Key} {entry.Value.Cpu}/{entry.Value.MemoryMiB} {entry.Value.ContainerHealthCheck}"
                ),
                Is.EqualTo(new[] { "backend-go 256/512 False", "nextjs-frontend 256/512 False", "python-ai 512/1024 True" })
            );
            Assert.That(defaults["nextjs-frontend"].WritableDirectories, Is.EqualTo(new[] { "/tmp", "/app/.next/cache" }));
            Assert.That((Backend.Enabled, Backend.Image), Is.EqualTo((false, (string?)null)));
            Assert.That((Backend.Scaling.MinTasks, Backend.LogRetentionDays), Is.EqualTo((2, 90)));
            foreach (var (name, settings) in defaults)
                Assert.That(settings.Validate(TableCase.Prod, TableCase.Table[name]), Is.Empty, name);
        }
    }

    [Test]
    public void Every_setting_reaches_the_service()
    {
        var settings = Backend with
        {
            Cpu = 1024,
            MemoryMiB = 2048,
            Architecture = CpuArchitecture.Arm64,
            Scaling = new()
            {
                MinTasks = 1,
                MaxTasks = 3,
                CpuPercent = 60,
                MemoryPercent = 65,
                ScaleOutCooldownSeconds = 30,
                ScaleInCooldownSeconds = 200,
                Schedule = new Dictionary<string, string> { ["night"] = "cron(0 22 ? * * *) 0-0" }.ToSorted(),
            },
            SpotPercent = 80,
            RollbackAt5xx = 7,
            ContainerHealthCheck = true,
            StartPeriodSeconds = 11,
            GracePeriodSeconds = 12,
            StopTimeoutSeconds = 13,
            Exec = ExecMode.Off,
            WritableDirectories = ["/tmp", "/var/cache"],
            Environment = new Dictionary<string, string> { ["FEATURE"] = "on", ["PORT"] = "1" }.ToSorted(),
            LogLevel = LogLevel.Warn,
        };

        var args = settings.ToArgs(TableCase.Dev, TableCase.Backend, Wiring());

        var app = args.Containers.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((args.ServiceRole, args.TaskRole, app.Name), Is.EqualTo(("backend-go", "backend-go", "backend-go")));
            Assert.That((args.Size, args.Architecture), Is.EqualTo((new FargateSize(1024, 2048), CpuArchitecture.Arm64)));
            Assert.That(
                (
                    args.Scaling.MinTasks,
                    args.Scaling.MaxTasks,
                    args.Scaling.CpuPercent,
                    args.Scaling.MemoryPercent,
                    args.Scaling.ScaleOutCooldownSeconds,
                    args.Scaling.ScaleInCooldownSeconds,
                    args.Scaling.MayRest,
                    args.Scaling.Least
                ),
                Is.EqualTo((1, 3, 60, 65, 30, 200, true, 0))
            );
            Assert.That(
                args.Capacity,
                Is.EqualTo(new CapacityShare[] { new(CapacityShare.OnDemand, 0, 20), new(CapacityShare.Spot, 0, 80) })
            );
            Assert.That(
                (args.Deployment.RollbackAt5xx, args.Deployment.Strategy, args.GracePeriodSeconds, args.Exec),
                Is.EqualTo((7, DeploymentStrategy.Rolling, 12, ExecMode.Off))
            );
            Assert.That((app.HealthCheck!.StartPeriodSeconds, app.StopTimeoutSeconds), Is.EqualTo((11, (int?)13)));
            Assert.That(app.HealthCheck.Command[1], Does.Contain("http://127.0.0.1:8080/health"));
            Assert.That(app.MemoryMounts.Select(mount => mount.Path), Is.EqualTo(new[] { "/tmp", "/var/cache" }));
            Assert.That(app.Environment.Keys, Is.EqualTo(new[] { "AI_URL", "FEATURE", "LOG_LEVEL", "PORT" }));
            Assert.That(app.Secrets.Keys, Is.EqualTo(new[] { "DB_PASSWORD" }));
            Assert.That(args.Target!.Port, Is.EqualTo(8080));
        }
    }

    [Test]
    public async Task What_the_program_sets_stands_above_the_stack_file()
    {
        var settings = Backend with
        {
            Environment = new Dictionary<string, string> { ["PORT"] = "1", ["AI_URL"] = "http://elsewhere" }.ToSorted(),
        };
        var run = await Sandbox.RunAsync(() =>
            _ = new FargateService("nk", settings.ToArgs(TableCase.Dev, TableCase.Backend, Wiring()))
        );

        Assert.That(
            (string)run.One("aws:ecs/taskDefinition:TaskDefinition").Inputs["containerDefinitions"],
            Does.Contain(
                """{"name":"AI_URL","value":"http://ai"},{"name":"LOG_LEVEL","value":"info"},{"name":"PORT","value":"8080"}"""
            )
        );
    }

    [TestCase(0, "FARGATE 100"), TestCase(100, "FARGATE_SPOT 100")]
    public void All_or_none_of_the_tasks_may_be_spot(int percent, string share) =>
        Assert.That(
            (Backend with { SpotPercent = percent })
                .ToArgs(TableCase.Dev, TableCase.Backend, Wiring())
                .Capacity.Select(one => $"{one.Provider} {one.Weight}"),
            Is.EqualTo(new[] { share })
        );

    [Test]
    public void Its_log_is_named_as_the_source_names_it()
    {
        var log = (Backend with { LogRetentionDays = 30 }).ToLog(TableCase.Dev, TableCase.Backend, "arn:key");

        Assert.That((log.GroupName, log.RetentionDays), Is.EqualTo(("/ecs/neuraKnot-dev-backend-go", 30)));
    }

    [Test]
    public void All_that_the_service_would_refuse_and_more_is_refused_at_once()
    {
        var bad = Backend with
        {
            Enabled = true,
            MemoryMiB = 4096,
            Scaling = new() { MinTasks = 3, MaxTasks = 2 },
            StopTimeoutSeconds = 121,
            LogLevel = LogLevel.Debug,
            Environment = new Dictionary<string, string>
            {
                ["1X"] = "a",
                ["AI_URL"] = "b",
                ["DB_HOST"] = "c",
                ["stripe_api_key"] = "hush",
                ["LOG_LEVEL"] = "d",
            }.ToSorted(),
        };

        var problems = bad.Validate(TableCase.Prod, TableCase.Backend, own: ["DB_HOST"])
            .Select(problem => problem.ToString())
            .ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                problems,
                Is.EqualTo(
                    new[]
                    {
                        "scaling.maxTasks: got 2, want 3 or more, as minTasks is; raise it",
                        "memoryMiB: got 4096, want 512, 1024 or 2048 with 256 CPU units; Fargate has no such pair; change cpu or memoryMiB",
                        "containers.backend-go.stopTimeoutSeconds: got 121, want 2 to 120; Fargate waits no longer",
                        "image: got nothing, want a digest or tag while enabled is true; push the image first, or set enabled: false",
                        "environment.1X: got 1X, want letters, digits and _, no digit first; shells read no other variable",
                        "environment.AI_URL: got a value, want none; this program sets the variable: leave it out",
                        "environment.DB_HOST: got a value, want none; this program sets the variable: leave it out",
                        "environment.LOG_LEVEL: got a value, want none; this program sets the variable: leave it out",
                        "environment.stripe_api_key: got a plain text, want a secret; everybody who may read tasks would read it: put it into a secret of the stack",
                        "logLevel: got debug, want error, warn or info in production; what people send would be in the log",
                    }
                )
            );
            Assert.That(string.Concat(problems), Does.Not.Contain("hush"));
        }
    }

    [Test]
    public void Service_Connect_wants_room_for_its_proxy()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Backend.Validate(TableCase.Dev, TableCase.Backend, DiscoveryMode.ServiceConnect).Single().ToString(),
                Does.Contain("want 512 and 576 or more: 256 and 512 of the application, 256 and 64 of the proxy")
            );
            Assert.That(
                (Backend with { Cpu = 512, MemoryMiB = 1024 }).Validate(
                    TableCase.Dev,
                    TableCase.Backend,
                    DiscoveryMode.ServiceConnect
                ),
                Is.Empty
            );
        }
    }

    private static ContainerServiceWiring Wiring()
    {
        var wiring = new ContainerServiceWiring(
            "registry/own:1",
            "neuraKnot-dev-cluster",
            "arn:cluster",
            "/ecs/neuraKnot-dev/exec",
            ["subnet-a", "subnet-c"],
            "sg-app",
            "/ecs/neuraKnot-dev-backend-go",
            "arn:key"
        );
        return wiring with
        {
            Target = ServiceCase.Args().Target! with { Container = "backend-go" },
            Environment = wiring.Environment.Add("AI_URL", "http://ai"),
            Secrets = wiring.Secrets.Add("DB_PASSWORD", SecretKey.Whole("arn:password")),
        };
    }
}
