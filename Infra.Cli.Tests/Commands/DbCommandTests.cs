using System.Text.Json;
using Infra.Cli.Tests.Tools;

namespace Infra.Cli.Tests.Commands;

public sealed class DbCommandTests
{
    private TemporaryFolder _project = null!;

    [SetUp]
    public void Lay_out() => _project = Cli.Project();

    [TearDown]
    public void Clean_up() => _project.Dispose();

    [Test]
    public async Task A_job_is_started_followed_and_its_log_shown_once()
    {
        using var tools = StandIns.OfAJob();
        var ran = await RunAsync(tools, "migrate", "prod");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(ran.Out, Is.EqualTo("first line\nlast line\n"));
            Assert.That(
                ran.Error,
                Does.Match(
                    @"^db-migrate: started arn:\S+/0123abcd \([^)]+\)\ndb-migrate: PROVISIONING .+\ndb-migrate: RUNNING .+\ndb-migrate: STOPPED .+\ndb-migrate: done .+\n$"
                )
            );
        }
    }

    [Test]
    public async Task The_task_runs_where_the_outputs_say()
    {
        using var tools = StandIns.OfAJob();
        await RunAsync(tools, "verify", "prod");
        var call = tools.Calls.Single(line => line.StartsWith("aws ecs run-task", StringComparison.Ordinal));
        Assert.That(call, Does.EndWith(" --region ap-northeast-1 --output json"));
        using var request = JsonDocument.Parse(call[call.IndexOf('{', StringComparison.Ordinal)..(call.LastIndexOf('}') + 1)]);
        var network = request.RootElement.GetProperty("networkConfiguration").GetProperty("awsvpcConfiguration");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Text("cluster"), Is.EqualTo("idp-server-cluster"));
            Assert.That(Text("taskDefinition"), Does.EndWith("task-definition/idp-server-db-verify:3"));
            Assert.That(Text("launchType"), Is.EqualTo("FARGATE"));
            Assert.That(Text("startedBy"), Does.Match("^infra-db-verify-[0-9a-f]{12}$").And.EqualTo(Text("clientToken")));
            Assert.That(network.GetProperty("subnets").ToString(), Is.EqualTo("""["subnet-a","subnet-c"]"""));
            Assert.That(network.GetProperty("securityGroups").ToString(), Is.EqualTo("""["sg-jobs"]"""));
            Assert.That(network.GetProperty("assignPublicIp").GetString(), Is.EqualTo("DISABLED"));
        }

        string? Text(string name) => request.RootElement.GetProperty(name).GetString();
    }

    [Test]
    public async Task The_tools_are_asked_in_order_for_exactly_this()
    {
        using var tools = StandIns.OfAJob();
        await RunAsync(tools, "info", "dev");
        const string End = " --region ap-northeast-1 --output json";
        const string Log =
            "aws logs get-log-events --log-group-name /ecs/idp-server/jobs --log-stream-name info/job/0123abcd --start-from-head";
        var describe = $"aws ecs describe-tasks --cluster idp-server-cluster --tasks {StandIns.Task}{End}";
        Assert.That(
            tools.Calls.Where(call => !call.StartsWith("aws ecs run-task", StringComparison.Ordinal)),
            Is.EqualTo([
                "pulumi stack output --json --stack dev --non-interactive",
                $"aws sts get-caller-identity{End}",
                describe,
                $"{Log}{End}",
                describe,
                $"{Log}{End}",
                $"{Log} --next-token f/1{End}",
                describe,
                $"{Log} --next-token f/1{End}",
                $"{Log} --next-token f/2{End}",
                $"{Log} --next-token f/2{End}",
            ])
        );
    }

    [TestCase("verify", 1, ExitCodes.Findings, "db-verify: findings, see its log above")]
    [TestCase("verify", 4, ExitCodes.ProgramFailed, "db-verify: failed with exit code 4: Essential container in task exited")]
    [TestCase("migrate", 1, ExitCodes.ProgramFailed, "db-migrate: failed with exit code 1: Essential container in task exited")]
    [TestCase("bootstrap", 137, ExitCodes.ProgramFailed, "db-bootstrap: failed with exit code 137")]
    public async Task The_exit_code_of_the_container_decides(string job, int container, int expected, string message)
    {
        using var tools = StandIns.OfAJob(container);
        var ran = await RunAsync(tools, job, "prod");
        Assert.That(ran.ExitCode, Is.EqualTo(expected), ran.ToString());
        Assert.That(ran.Error, Does.Contain(message));
    }

    [Test]
    public async Task With_json_the_document_is_alone_on_standard_output()
    {
        using var tools = StandIns.OfAJob(1);
        var ran = await RunAsync(tools, "verify", "prod", "--json");
        using var document = JsonDocument.Parse(ran.Out);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.RootElement.GetProperty("stack").GetString(), Is.EqualTo("prod"));
            Assert.That(document.RootElement.GetProperty("job").GetString(), Is.EqualTo("db-verify"));
            Assert.That(document.RootElement.GetProperty("task").GetString(), Is.EqualTo(StandIns.Task));
            Assert.That(document.RootElement.GetProperty("exitCode").GetInt32(), Is.EqualTo(1));
            Assert.That(document.RootElement.GetProperty("logStream").GetString(), Is.EqualTo("verify/job/0123abcd"));
            Assert.That(ran.Error, Does.Contain("first line\n").And.Contain("last line\n"));
            Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.Findings));
        }
    }

    [Test]
    public async Task Outputs_from_a_file_need_no_pulumi()
    {
        using var tools = StandIns.OfAJob();
        _project.With("outputs.json", StandIns.Outputs);
        var ran = await RunAsync(tools, "schedule", "dev", "--outputs", "outputs.json");
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Assert.That(tools.Calls, Has.None.StartsWith("pulumi"));
    }

    private Task<Ran> RunAsync(StandIns tools, params string[] arguments) =>
        Cli.RunAsync(_project.Path, tools.Variables, ["db", .. arguments, "--interval", "0.01"]);
}
