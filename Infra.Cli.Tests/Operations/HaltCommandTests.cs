using Infra.Cli.Tests.Tools;
using static Infra.Cli.Tests.Operations.OperationStandIns;

namespace Infra.Cli.Tests.Operations;

public sealed class HaltCommandTests
{
    private const string Describe = "aws rds describe-db-instances";
    private const string Services = "aws ecs describe-services";

    private TemporaryFolder _project = null!;

    [SetUp]
    public void Lay_out() => _project = Cli.Project();

    [TearDown]
    public void Clean_up() => _project.Dispose();

    [Test]
    public async Task A_stack_is_stopped_in_the_order_of_its_schedule_and_what_goes_on_is_told()
    {
        using var tools = Silent()
            .Says(Services, Service(42, 1, 1))
            .Says(Services, Service(42, 0, 1))
            .Says(Services, Service(42, 0, 0))
            .Says(Describe, Instance("backing-up"))
            .Says(Describe, Instance("available"));
        var ran = await RunAsync(tools, "stop", "dev", "--yes");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(
                Changing(tools).Select(call => call.Split(" --")[0]),
                Is.EqualTo([
                    "aws cloudwatch disable-alarm-actions",
                    "aws application-autoscaling register-scalable-target",
                    "aws ecs update-service",
                    "aws rds stop-db-instance",
                ])
            );
            Assert.That(Changing(tools)[0], Does.Contain(" idp-server-dev-high-cpu ").And.Contain(" idp-server-dev-elb-5xx "));
            Assert.That(
                Changing(tools)[1],
                Does.EndWith(
                    "--service-namespace ecs --resource-id service/idp-server-dev-cluster/idp-server-dev-service --scalable-dimension ecs:service:DesiredCount --suspended-state DynamicScalingInSuspended=true,DynamicScalingOutSuspended=true,ScheduledScalingSuspended=true"
                        + Region
                )
            );
            Assert.That(
                Changing(tools)[2],
                Is.EqualTo(
                    $"aws ecs update-service --cluster idp-server-dev-cluster --service idp-server-dev-service --desired-count 0{Region}"
                )
            );
            Assert.That(
                Changing(tools)[3],
                Is.EqualTo($"aws rds stop-db-instance --db-instance-identifier idp-server-dev-postgresql{Region}")
            );
            Assert.That(
                ran.Out,
                Does.Match(
                    @"^\d+ alarms silent\nidp-server: 1 task running .+\nidp-server: stopped .+\nidp-server-dev-postgresql: backing-up .+\nidp-server-dev-postgresql: available .+\n"
                        + @"idp-server-dev-postgresql: stopping, which takes some minutes more\nidp-server-dev-postgresql: RDS starts it by itself on 20\d\d-\d\d-\d\d, after seven days; stop it again then\n"
                        + @"dev goes on costing about \d+ USD a month: .+\nits schedule idp-server-dev-stop-schedule starts it on the next working day\n$"
                )
            );
            Assert.That(ran.Out, Does.Contain("NatGateway").And.Contain("ReplicationGroup").And.Not.Contain("Service "));
        }
    }

    [Test]
    public async Task What_is_stopped_already_stays_so()
    {
        using var tools = Silent().Says(Services, Service(42, 0, 0)).Says(Describe, Instance("stopped"));
        var ran = await RunAsync(tools, "stop", "dev", "--yes");
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Assert.That(Changing(tools), Has.None.Contains("update-service").And.None.Contains("stop-db-instance"));
        Assert.That(ran.Out, Does.Contain("idp-server: stopped already\n").And.Contain("idp-server-dev-postgresql: stopped ("));
    }

    [Test]
    public async Task A_stack_is_started_database_first_and_alarms_last()
    {
        using var tools = Silent()
            .Says(Describe, Instance("stopping"))
            .Says(Describe, Instance("stopped"))
            .Says(Describe, Instance("starting"))
            .Says(Describe, Instance("available"))
            .Says(Services, Service(42, 0, 0))
            .Says(Services, Service(42, 1, 0))
            .Says(Services, Service(42, 1, 1));
        var ran = await RunAsync(tools, "start", "dev");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(
                Changing(tools).Select(call => call.Split(" --")[0]),
                Is.EqualTo([
                    "aws rds start-db-instance",
                    "aws ecs update-service",
                    "aws application-autoscaling register-scalable-target",
                    "aws cloudwatch enable-alarm-actions",
                    "aws cloudwatch set-alarm-state",
                    "aws cloudwatch set-alarm-state",
                ])
            );
            Assert.That(Changing(tools)[1], Does.Contain("--desired-count 1 "));
            Assert.That(Changing(tools)[2], Does.Contain("DynamicScalingInSuspended=false,"));
            Assert.That(Changing(tools)[4], Does.Contain("--alarm-name idp-server-dev-no-healthy-hosts --state-value OK"));
            Assert.That(
                ran.Out,
                Does.Match(@"\d+ alarms heard again\nits schedule idp-server-dev-stop-schedule stops it this evening")
            );
        }
    }

    [Test]
    public async Task What_runs_already_is_left_alone_also_when_more_run_than_the_plan_begins_with()
    {
        using var tools = Silent().Says(Describe, Instance("available")).Says(Services, Service(42, 3, 3));
        var ran = await RunAsync(tools, "start", "dev");
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Assert.That(Changing(tools), Has.None.Contains("update-service").And.None.Contains("start-db-instance"));
        Assert.That(Changing(tools), Has.Some.Contains("enable-alarm-actions"));
    }

    [TestCase("stop prod")]
    [TestCase("start prod")]
    [TestCase("stop prod --dry-run")]
    public async Task Production_is_refused(string arguments)
    {
        using var tools = Silent();
        var ran = await RunAsync(tools, arguments.Split(' '));
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.Refused), ran.ToString());
        Assert.That(ran.Error, Does.StartWith("prod: refused, it is production (environment in Pulumi.prod.yaml);"));
        Assert.That(tools.Calls, Is.Empty);
    }

    [Test]
    public async Task A_stack_that_does_not_say_what_it_is_for_counts_as_production()
    {
        var file = _project.File("Pulumi.neuraknot-dev.yaml");
        var lines = (await File.ReadAllLinesAsync(file)).Where(line => !line.Contains(":environment:", StringComparison.Ordinal));
        await File.WriteAllLinesAsync(file, lines);
        using var tools = Silent();
        var ran = await RunAsync(tools, "stop", "neuraknot-dev", "--yes");
        Assert.That(ran.ExitCode, Is.Not.Zero, ran.ToString());
        Assert.That(tools.Calls, Is.Empty);
    }

    [Test]
    public async Task Without_yes_the_name_has_to_be_typed_and_nobody_types_it()
    {
        using var tools = Silent();
        var ran = await RunAsync(tools, "stop", "dev");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.Refused), ran.ToString());
        Assert.That(
            ran.Error,
            Does.Contain("  idp-server: tasks to 0\n  idp-server-dev-postgresql: stopped\n")
                .And.Contain("Type the name of the stack")
        );
        Assert.That(Changing(tools), Is.Empty);
    }

    [Test]
    public async Task An_instance_with_a_replica_goes_on_and_it_is_said()
    {
        using var tools = Silent().Says(Services, Service(42, 0, 0));
        var ran = await RunAsync(tools, "stop", "staging", "--yes");
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Assert.That(
            ran.Out,
            Does.Contain("idp-server-staging-postgresql: goes on, RDS stops no instance that has or is a replica\n")
                .And.Contain("idp-server-staging-postgresql-replica: goes on")
        );
        Assert.That(tools.Calls, Has.None.Contains("stop-db-instance"));
    }

    [Test]
    public async Task Where_only_a_database_can_be_stopped_it_is()
    {
        using var tools = Silent().Says(Describe, Instance("available"));
        var ran = await RunAsync(tools, "stop", "finsight-dev", "--yes");
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Assert.That(
            Changing(tools).Select(call => call.Split(" --")[0]),
            Is.EqualTo(["aws cloudwatch disable-alarm-actions", "aws rds stop-db-instance"])
        );
    }

    [Test]
    public async Task Where_nothing_can_be_stopped_it_says_so()
    {
        using var tools = Silent();
        var ran = await RunAsync(tools, "stop", "taskflow-dev", "--yes");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
        Assert.That(ran.Error, Does.StartWith("taskflow-dev: taskflow has nothing that can be stopped;"));
    }

    [TestCase("neuraknot-dev", new[] { "neuraKnot-dev-backend-go", "neuraKnot-dev-nextjs-frontend", "neuraKnot-dev-python-ai" })]
    [TestCase("web-platform-dev", new[] { "web-platform-dev-service" })]
    public async Task A_dry_run_shows_every_call_and_makes_none(string stack, string[] services)
    {
        using var tools = new StandIns();
        var ran = await RunAsync(tools, "stop", stack, "--dry-run");
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Assert.That(
            ran.Out.Split('\n').Where(line => line.Contains("update-service", StringComparison.Ordinal)),
            Is.EqualTo(
                services.Select(service =>
                    $"aws ecs update-service --cluster {stack.Replace("neuraknot", "neuraKnot", StringComparison.Ordinal)}-cluster --service {service} --desired-count 0 --region ap-northeast-1"
                )
            )
        );
    }

    [Test]
    public async Task A_service_and_an_instance_that_are_not_there_are_told_and_no_reason_to_stop()
    {
        using var tools = Silent().Says(Services, """{"services": []}""").Fails(Describe, 254, NoInstance);
        var ran = await RunAsync(tools, "stop", "dev", "--yes");
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Assert.That(
            ran.Out,
            Does.Contain("idp-server: ECS has no service idp-server-dev-service in idp-server-dev-cluster")
                .And.Contain("idp-server-dev-postgresql: not there (")
        );
    }

    [Test]
    public async Task Ctrl_C_says_how_to_go_on()
    {
        using var tools = Silent().Plays(Describe, "kill -INT \"$PPID\"\nsleep 60\n");
        var ran = await RunAsync(tools, "start", "dev");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.Cancelled), ran.ToString());
        Assert.That(ran.Error, Is.EqualTo("dev: start is done in part; infra start dev goes on where it was\ncancelled\n"));
    }

    private static string Instance(string status) => $$"""{"DBInstances": [{"DBInstanceStatus": "{{status}}"}]}""";

    private static string[] Changing(StandIns tools) =>
        [
            .. tools.Calls.Where(call =>
                !call.Contains(" describe-", StringComparison.Ordinal) && !call.Contains(" sts ", StringComparison.Ordinal)
            ),
        ];

    private static StandIns Silent()
    {
        var tools = Aws();
        foreach (
            var call in new[]
            {
                "cloudwatch disable-alarm-actions",
                "cloudwatch enable-alarm-actions",
                "cloudwatch set-alarm-state",
                "application-autoscaling register-scalable-target",
                "ecs update-service",
                "rds stop-db-instance",
                "rds start-db-instance",
            }
        )
            tools.Plays($"aws {call}", "");
        return tools;
    }

    private Task<Ran> RunAsync(StandIns tools, params string[] arguments) =>
        Cli.RunAsync(
            _project.Path,
            tools.Variables,
            [.. arguments, .. arguments.Contains("--dry-run") ? Array.Empty<string>() : ["--interval", "0.01"]]
        );
}
