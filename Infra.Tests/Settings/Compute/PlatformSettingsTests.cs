using System.Text.Json;
using Infra.Compute;
using Infra.Settings;
using Infra.Settings.Compute;
using Infra.Settings.IdpServer;
using Infra.Validation;

namespace Infra.Tests.Settings.Compute;

public sealed class PlatformSettingsTests
{
    private static readonly InstanceCapacity Capacity = new InstanceSettings().ToCapacity(TestStacks.Prod);

    [TestCase("codedeploy"), TestCase("rolling"), TestCase("external")]
    public void The_defaults_are_sound_whoever_deploys(string by)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(new InstanceSettings().Validate(TestStacks.Prod), Is.Empty);
            Assert.That(
                Problems(new() { Deployment = new() { By = (Deployer)Infra.Settings.Word.Parse(typeof(Deployer), by)! } }),
                Is.Empty
            );
        }
    }

    [Test]
    public void Every_setting_of_the_instances_reaches_them()
    {
        var settings = new InstanceSettings
        {
            Type = "t4g.large",
            MinInstances = 1,
            MaxInstances = 4,
            RootGiB = 40,
            ReservedMemoryMiB = 300,
            TargetPercent = 80,
            WarmUpSeconds = 120,
            DetailedMonitoring = false,
            Insights = ContainerInsights.Enhanced,
            RefreshMark = "2026-11",
        };

        var args = settings.ToArgs(TestStacks.Prod, 7, protect: false, new(["a", "b"], "sg", "key", InstancesCaseTags));

        Assert.That(
            (
                args.Type.Name,
                args.MinInstances,
                args.MaxInstances,
                args.RootGiB,
                args.ReservedMemoryMiB,
                args.Managed,
                args.DetailedMonitoring,
                args.Insights,
                args.RefreshMark,
                args.LogRetentionDays,
                args.Protect,
                args.Tags
            ),
            Is.EqualTo(
                (
                    "t4g.large",
                    1,
                    4,
                    40,
                    300,
                    new ManagedCapacity { TargetPercent = 80, WarmUpSeconds = 120 },
                    false,
                    ContainerInsights.Enhanced,
                    "2026-11",
                    7,
                    false,
                    InstancesCaseTags
                )
            )
        );
    }

    [Test]
    public void What_only_the_cluster_knows_is_told_where_it_is_written() =>
        Assert.That(
            new InstanceSettings { MinInstances = 5, MaxInstances = 4 }
                .Validate(TestStacks.Prod)
                .Select(problem => problem.ToString()),
            Is.EqualTo(new[] { "maxInstances: got 4, want 5 or more; tasks would have nowhere to run" })
        );

    [Test]
    public void The_application_is_told_its_port_and_level_and_keeps_its_files_in_memory()
    {
        var app = Args(new()).Containers.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(app.Name, Is.EqualTo("app"));
            Assert.That(app.Ports.Single(), Is.EqualTo(new ContainerPort(3000)));
            Assert.That(app.Environment.Keys, Is.EqualTo(new[] { "LOG_LEVEL", "PORT" }));
            Assert.That(app.HealthCheck!.Command[1], Does.Contain("http://127.0.0.1:3000/api/health"));
            Assert.That(app.MemoryMounts, Is.EqualTo(new MemoryMount[] { new("/tmp", 64), new("/app/.next/cache", 64) }));
            Assert.That(app.ReadOnlyRoot, Is.True);
        }
    }

    [Test]
    public void A_side_car_is_linked_when_a_stack_traces()
    {
        var args = Args(new() { Tracing = TracingMode.XrayDaemon });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(args.Containers.Select(container => container.Name), Is.EqualTo(new[] { "app", "xray-daemon" }));
            Assert.That(args.Containers[0].Links, Is.EqualTo(new[] { "xray-daemon" }));
            Assert.That(args.Statements, Has.Length.EqualTo(1));
            Assert.That(args.Validate(), Is.Empty);
        }
    }

    [Test]
    public async Task CodeDeploy_gets_what_it_needs_and_others_do_not()
    {
        var settings = new PlatformServiceSettings
        {
            Deployment = new() { TrafficShift = TrafficShifts.Linear1, KeepOldMinutes = 3 },
        };
        BlueGreenDeploymentArgs? args = null;
        BlueGreenDeploymentArgs? nobody = null;
        await Sandbox.RunAsync(() =>
        {
            var service = new BridgeService("web", settings.ToArgs(TestStacks.Prod, Wiring(Deployer.Codedeploy)));
            args = settings.ToBlueGreen(TestStacks.Prod, Wiring(Deployer.Codedeploy), service);
            nobody = (settings with { Deployment = new() { By = Deployer.Rolling } }).ToBlueGreen(
                TestStacks.Prod,
                Wiring(Deployer.Rolling),
                service
            );
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(args!.Validate(), Is.Empty);
            Assert.That(
                (args.ServiceName, args.Container, args.Port, args.CapacityProvider, args.TrafficShift, args.KeepOldMinutes),
                Is.EqualTo(("idp-server-service", "app", 3000, "idp-server-ec2", TrafficShifts.Linear1, 3))
            );
            Assert.That(args.AlarmNames, Is.Not.Null);
            Assert.That(nobody, Is.Null);
        }
    }

    [Test]
    public void What_a_stack_may_not_decide_is_refused() =>
        Assert.That(
            Problems(
                new()
                {
                    Enabled = true,
                    MemoryMiB = 8192,
                    LogLevel = LogLevel.Debug,
                    Scaling = new() { MinTasks = 3, MaxTasks = 2 },
                }
            ),
            Is.EqualTo(
                new[]
                {
                    "scaling.maxTasks: got 2, want 3 or more, as minTasks is; raise it",
                    "memoryMiB: got 8192, want 3512 at most on t3.medium; no instance could run the task; the rest is the system's",
                    "image: got nothing, want a digest or tag while enabled is true; push the image first, or set enabled: false",
                    "logLevel: got debug, want error, warn or info in production; what people send would be in the log",
                }
            )
        );

    [TestCase("latest"), TestCase("app"), TestCase("sha256:0")]
    public void An_image_that_does_not_say_which_is_refused(string image)
    {
        var problems = Problems(new() { Image = image });

        if (image == "app") // a tag like any other
            Assert.That(problems, Is.Empty);
        else
            Assert.That(problems.Single(), Does.StartWith($"image: got {image}, want sha256: and 64 hexadecimal digits,"));
    }

    [Test]
    public void No_task_is_a_choice_and_so_is_debugging_elsewhere() =>
        Assert.That(
            new PlatformServiceSettings
            {
                LogLevel = LogLevel.Debug,
                Scaling = new() { MinTasks = 0 },
            }
                .Validate(TestStacks.Dev, Capacity)
                .ToList(),
            Is.Empty
        );

    [Test]
    public void A_stack_file_writes_words()
    {
        var problems = new List<Problem>();
        var settings = SettingsReaderOf(
            """{"deployment":{"by":"external","trafficShift":"ECSAllAtOnce"},"tracing":"adot","exec":"off"}""",
            problems
        );
        _ = SettingsReaderOf("""{"deployment":{"trafficShift":"AllAtOnce"}}""", problems);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (settings.Deployment.By, settings.Deployment.TrafficShift, settings.Tracing, settings.Exec),
                Is.EqualTo((Deployer.External, TrafficShifts.AllAtOnce, TracingMode.Adot, ExecMode.Off))
            );
            Assert.That(
                problems.Single().ToString(),
                Does.StartWith("deployment.trafficShift: got AllAtOnce, want ECSAllAtOnce,")
            );
        }
    }

    private static readonly System.Collections.Immutable.ImmutableSortedDictionary<string, string> InstancesCaseTags = Infra
        .Tests
        .Compute
        .InstancesCase
        .Tags;

    private static PlatformServiceSettings SettingsReaderOf(string json, List<Problem> problems) =>
        Infra.Settings.SettingsReader.Overlay(
            new PlatformServiceSettings(),
            Infra.Settings.SettingNode.Root(typeof(PlatformServiceSettings)),
            JsonDocument.Parse(json).RootElement,
            problems
        );

    private static BridgeServiceArgs Args(PlatformServiceSettings settings) =>
        settings.ToArgs(TestStacks.Prod, Wiring(settings.Deployment.By));

    private static PlatformServiceWiring Wiring(Deployer by) =>
        new(
            "registry/own:1",
            "idp-server-cluster",
            "arn:cluster",
            Capacity,
            "/exec",
            "/ecs",
            "arn:key",
            (
                by == Deployer.Codedeploy ? Infra.Tests.Compute.BridgeCase.CodeDeploy() : Infra.Tests.Compute.BridgeCase.Args()
            ).Target
        );

    private static string[] Problems(PlatformServiceSettings settings) =>
        [.. settings.Validate(TestStacks.Prod, Capacity).Select(problem => problem.ToString())];
}
