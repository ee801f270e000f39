using System.Net;
using System.Net.Sockets;
using Infra.Cli.Tests.Tools;
using static Infra.Cli.Tests.Operations.OperationStandIns;

namespace Infra.Cli.Tests.Operations;

public sealed class TunnelCommandTests
{
    private const string Start = "aws ssm start-session";

    private TemporaryFolder _project = null!;

    [SetUp]
    public void Lay_out() => _project = Cli.Project();

    [TearDown]
    public void Clean_up() => _project.Dispose();

    [Test]
    public async Task A_port_here_leads_through_a_running_container_to_the_database()
    {
        using var tools = Open();
        var port = Free();
        var ran = await RunAsync(tools, "dev", "--port", $"{port}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(
                ran.Out,
                Is.EqualTo(
                    $"idp-server-dev-postgresql (idp-server-postgresql.abc.ap-northeast-1.rds.amazonaws.com:5432) on 127.0.0.1:{port}, through task 0123abcd of idp-server; Ctrl-C closes it\n"
                        + $"  psql \"host=idp-server-postgresql.abc.ap-northeast-1.rds.amazonaws.com hostaddr=127.0.0.1 port={port} dbname=idpserver user=idpserver sslmode=require\"\n"
                        + "  secret idp-server-dev/db-credentials: aws secretsmanager get-secret-value --secret-id idp-server-dev/db-credentials --region ap-northeast-1 --query SecretString --output text\n"
                        + "  secret arn:aws:secretsmanager:x:1:secret:rds!db-1: aws secretsmanager get-secret-value --secret-id 'arn:aws:secretsmanager:x:1:secret:rds!db-1' --region ap-northeast-1 --query SecretString --output text\n"
                        + "Starting session with SessionId: me-0abc\nWaiting for connections...\n"
                )
            );
            Assert.That(
                tools.Calls[^1],
                Is.EqualTo(
                    $$$"""aws ssm start-session --target ecs:idp-server-dev-cluster_0123abcd_0123abcd-2 --document-name AWS-StartPortForwardingSessionToRemoteHost --parameters {"host":["idp-server-postgresql.abc.ap-northeast-1.rds.amazonaws.com"],"portNumber":["5432"],"localPortNumber":["{{{port}}}"]} --region ap-northeast-1"""
                )
            );
        }
    }

    [Test]
    public async Task Where_several_services_run_it_goes_through_one_that_uses_the_database()
    {
        using var tools = Open();
        var ran = await RunAsync(tools, "neuraknot-dev", "--dry-run");
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Assert.That(ran.Out, Does.Contain("through task 0123abcd of backend-go;"));
        Assert.That(tools.Calls, Has.None.Contains("nextjs-frontend").And.None.Contains("start-session"));
    }

    [Test]
    public async Task Redis_has_a_client_and_a_secret_of_its_own()
    {
        using var tools = Open()
            .Says(
                "aws elasticache describe-replication-groups",
                """{"ReplicationGroups": [{"NodeGroups": [{"PrimaryEndpoint": {"Address": "master.redis.local", "Port": 6379}}]}]}"""
            );
        var ran = await RunAsync(tools, "dev", "--to", "redis", "--dry-run");
        Assert.That(
            ran.Out,
            Does.StartWith("idp-server-dev-redis (master.redis.local:6379) on 127.0.0.1:6379,")
                .And.Contain("  redis-cli -h 127.0.0.1 -p 6379 --tls --sni master.redis.local --askpass\n")
                .And.Contain("  secret idp-server-dev/redis-auth: ")
                .And.Not.Contain("db-master"),
            ran.ToString()
        );
    }

    [Test]
    public async Task The_replica_and_an_instance_of_another_name_can_be_reached_too()
    {
        using var tools = Open();
        var replica = await RunAsync(tools, "prod", "--to", "replica", "--dry-run");
        var restored = await RunAsync(tools, "prod", "--to", "idp-server-postgresql-restored", "--dry-run");
        Assert.That(replica.Out, Does.StartWith("idp-server-postgresql-replica ("), replica.ToString());
        Assert.That(restored.Out, Does.StartWith("idp-server-postgresql-restored ("), restored.ToString());
    }

    [Test]
    public async Task Through_an_instance_no_task_is_needed()
    {
        using var tools = Open();
        var ran = await RunAsync(tools, "finsight-dev", "--instance", "i-0123456789", "--dry-run");
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Assert.That(ran.Out, Does.Contain("--target i-0123456789 "));
        Assert.That(tools.Calls, Has.None.Contains("aws ecs"));
    }

    [TestCase(
        "finsight-dev",
        ExitCodes.BadInput,
        "finsight-dev: finsight has no service of tasks in this stack to go through; --instance ID"
    )]
    [TestCase("taskflow-dev", ExitCodes.BadInput, "got database, and taskflow has no database of RDS in taskflow-dev")]
    [TestCase("dev --to replica", ExitCodes.BadInput, "got replica, and idp-server has no replica in dev")]
    [TestCase("neuraknot-dev --to redis", ExitCodes.BadInput, "got redis, and neuraknot has no cache in neuraknot-dev")]
    [TestCase("dev --port 70000", ExitCodes.BadInput, "--port: 1 problem\n  got 70000, want a port, 1 to 65535")]
    [TestCase(
        "dev --instance i-0;reboot",
        ExitCodes.BadInput,
        "--instance: got i-0;reboot, want a name of letters, digits and hyphens"
    )]
    public async Task Where_it_cannot_lead_anywhere_it_says_why(string arguments, int code, string message)
    {
        using var tools = Open();
        var ran = await RunAsync(tools, [.. arguments.Split(' '), "--dry-run"]);
        Assert.That(ran.ExitCode, Is.EqualTo(code), ran.ToString());
        Assert.That(ran.Error, Does.Contain(message));
    }

    [Test]
    public async Task Tasks_that_nobody_may_enter_name_the_setting()
    {
        using var tools = Open()
            .Instead("aws ecs describe-tasks")
            .Says("aws ecs describe-tasks", Task(exec: false, agent: "PENDING"));
        var one = await RunAsync(tools, "dev", "--dry-run");
        var several = await RunAsync(tools, "neuraknot-dev", "--dry-run");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(one.ExitCode, Is.EqualTo(ExitCodes.ProgramFailed), one.ToString());
            Assert.That(
                one.Error,
                Is.EqualTo(
                    "idp-server: ECS Exec is off in its tasks; set service.exec to mounts or writable-root in Pulumi.dev.yaml and deploy, or until the next deployment: "
                        + "aws ecs update-service --cluster idp-server-dev-cluster --service idp-server-dev-service --enable-execute-command --force-new-deployment --region ap-northeast-1\n"
                )
            );
            Assert.That(several.Error, Does.Contain("set services.backend-go.exec to mounts"));
        }
    }

    [Test]
    public async Task An_agent_that_does_not_run_is_told_from_one_that_is_off()
    {
        using var tools = Open().Instead("aws ecs describe-tasks").Says("aws ecs describe-tasks", Task(agent: "STOPPED"));
        var ran = await RunAsync(tools, "dev", "--dry-run");
        Assert.That(
            ran.Error,
            Does.StartWith("idp-server: the agent of ECS Exec runs in none of its tasks: their role needs"),
            ran.ToString()
        );
    }

    [Test]
    public async Task Without_a_running_task_it_says_how_to_start_one()
    {
        using var tools = Open().Instead("aws ecs list-tasks").Says("aws ecs list-tasks", """{"taskArns": []}""");
        var ran = await RunAsync(tools, "dev", "--dry-run");
        Assert.That(
            ran.Error,
            Is.EqualTo("idp-server: no task runs; infra start dev starts what infra stop has stopped\n"),
            ran.ToString()
        );
    }

    [Test]
    public async Task A_service_that_does_not_use_the_database_is_no_way_to_it()
    {
        using var tools = Open().Instead("aws ecs list-tasks").Says("aws ecs list-tasks", """{"taskArns": []}""");
        var ran = await RunAsync(tools, "neuraknot-dev", "--dry-run");
        Assert.That(ran.Error, Does.Contain("backend-go: no task runs").And.Not.Contain("nextjs-frontend"), ran.ToString());
    }

    [Test]
    public async Task A_database_that_is_stopped_is_told()
    {
        using var tools = Open()
            .Instead("aws rds describe-db-instances")
            .Says("aws rds describe-db-instances", Database.Replace("\"available\"", "\"stopped\"", StringComparison.Ordinal));
        var ran = await RunAsync(tools, "dev", "--dry-run");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.ProgramFailed), ran.ToString());
        Assert.That(ran.Error, Does.StartWith("idp-server-dev-postgresql: it is stopped, want available; infra start"));
    }

    [Test]
    public async Task Without_the_plugin_it_says_how_to_get_it_before_anything_else()
    {
        using var tools = Aws();
        var ran = await Cli.RunAsync(_project.Path, tools.Variables, "db", "tunnel", "dev");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.ToolMissing), ran.ToString());
        Assert.That(
            ran.Error,
            Does.StartWith(
                "session-manager-plugin: not found on the PATH; the aws CLI needs it for sessions; install it: https://"
            )
        );
        Assert.That(tools.Calls, Is.Empty);
    }

    [Test]
    public async Task A_port_that_is_taken_is_bad_input()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        using var tools = Open();
        var ran = await RunAsync(tools, "dev", "--port", $"{((IPEndPoint)taken.LocalEndpoint).Port}");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
        Assert.That(ran.Error, Does.Contain("want a port that is free here, such as "));
        Assert.That(tools.Calls, Has.None.Contains("start-session"));
    }

    [Test]
    public async Task In_production_the_name_of_the_stack_has_to_be_typed()
    {
        using var tools = Open();
        var port = $"{Free()}";
        var nobody = await RunAsync(tools, "prod", "--port", port);
        Assert.That(nobody.ExitCode, Is.EqualTo(ExitCodes.Refused), nobody.ToString());
        Assert.That(tools.Calls, Has.None.Contains("start-session"));
        var typed = await Cli.TypeAsync(_project.Path, tools.Variables, "prod\n", "db", "tunnel", "prod", "--port", port);
        Assert.That(typed.ExitCode, Is.Zero, typed.ToString());
        Assert.That(tools.Calls, Has.Some.Contains("start-session"));
    }

    [Test]
    public async Task Ctrl_C_closes_it_and_the_session_that_the_plugin_may_have_left()
    {
        using var tools = Open(play: "echo 'Starting session with SessionId: me-0abc'\nkill -INT \"$PPID\"\nexec sleep 60\n")
            .Says("aws ssm terminate-session", """{"SessionId": "me-0abc"}""");
        var ran = await RunAsync(tools, "dev", "--port", $"{Free()}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(ran.Error, Is.EqualTo("closed\n"));
            Assert.That(tools.Calls[^1], Is.EqualTo($"aws ssm terminate-session --session-id me-0abc{Region}"));
        }
    }

    [Test]
    public async Task A_session_that_cannot_be_opened_is_a_failure_in_the_words_of_AWS()
    {
        using var tools = Open(
            play: "echo 'An error occurred (TargetNotConnected) when calling the StartSession operation' >&2\nexit 254\n"
        );
        var ran = await RunAsync(tools, "dev", "--port", $"{Free()}");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.ProgramFailed), ran.ToString());
        Assert.That(
            ran.Error,
            Does.StartWith("aws ssm start-session: An error occurred (TargetNotConnected)")
                .And.Contain("its agent does not reach SSM")
        );
    }

    private static StandIns Open(
        string play = "echo 'Starting session with SessionId: me-0abc'\necho\necho 'Waiting for connections...'\n"
    ) =>
        Aws()
            .Executable("session-manager-plugin", "#!/bin/sh\n")
            .Says("aws rds describe-db-instances", Database)
            .Says("aws ecs list-tasks", $$"""{"taskArns": ["{{TaskArn}}"]}""")
            .Says("aws ecs describe-tasks", Task())
            .Plays(Start, play);

    private static int Free()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }

    private Task<Ran> RunAsync(StandIns tools, params string[] arguments) =>
        Cli.RunAsync(_project.Path, tools.Variables, ["db", "tunnel", .. arguments]);
}
