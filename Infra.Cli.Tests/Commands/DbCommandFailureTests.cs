using Infra.Cli.Tests.Tools;

namespace Infra.Cli.Tests.Commands;

public sealed class DbCommandFailureTests
{
    private TemporaryFolder _project = null!;

    [SetUp]
    public void Lay_out() => _project = Cli.Project();

    [TearDown]
    public void Clean_up() => _project.Dispose();

    [Test]
    public async Task A_task_whose_container_never_ran_says_why()
    {
        using var tools = StandIns.OfAJob().Instead("aws ecs describe-tasks");
        tools.Says(
            "aws ecs describe-tasks",
            """
            {"tasks": [{"lastStatus": "STOPPED", "stoppedReason": "CannotPullContainerError: image not found",
              "containers": [{"name": "job", "reason": "pull access denied"}]}]}
            """
        );
        var ran = await RunAsync(tools);
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.ProgramFailed), ran.ToString());
        Assert.That(
            ran.Error,
            Does.Contain(
                "db-migrate: failed, the container never ran: CannotPullContainerError: image not found; pull access denied"
            )
        );
    }

    [Test]
    public async Task A_task_that_ECS_could_not_place_says_why()
    {
        using var tools = StandIns.OfAJob().Instead("aws ecs run-task");
        tools.Says(
            "aws ecs run-task",
            """{"tasks": [], "failures": [{"reason": "RESOURCE:FARGATE", "detail": "no capacity"}]}"""
        );
        var ran = await RunAsync(tools);
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.ProgramFailed));
        Assert.That(ran.Error, Is.EqualTo("db-migrate: ECS started no task: RESOURCE:FARGATE, no capacity\n"));
    }

    [Test]
    public async Task A_call_that_is_throttled_is_made_again()
    {
        using var tools = StandIns.OfAJob().Instead("aws ecs run-task");
        const string Slow = "An error occurred (ThrottlingException) when calling the RunTask operation: Rate exceeded";
        tools
            .Fails("aws ecs run-task", 254, Slow)
            .Fails("aws ecs run-task", 254, Slow)
            .Says("aws ecs run-task", $$"""{"tasks": [{"taskArn": "{{StandIns.Task}}"}]}""");
        var ran = await RunAsync(tools);
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        var requests = tools.Calls.Where(call => call.StartsWith("aws ecs run-task", StringComparison.Ordinal)).ToList();
        Assert.That(requests, Has.Count.EqualTo(3));
        Assert.That(requests.Distinct().Count(), Is.EqualTo(1), "one client token, so that AWS starts one task");
    }

    [Test]
    public async Task Throttling_that_goes_on_ends_with_the_words_of_AWS_and_the_task_is_not_lost()
    {
        using var tools = StandIns.OfAJob().Instead("aws ecs describe-tasks");
        tools.Fails(
            "aws ecs describe-tasks",
            254,
            "An error occurred (ThrottlingException) when calling the DescribeTasks operation"
        );
        var ran = await RunAsync(tools);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.ProgramFailed), ran.ToString());
            Assert.That(ran.Error, Does.Contain("aws ecs describe-tasks: An error occurred (ThrottlingException)"));
            Assert.That(
                ran.Error,
                Does.Contain($"aws ecs stop-task --region ap-northeast-1 --cluster idp-server-cluster --task {StandIns.Task}\n")
            );
            Assert.That(
                tools.Calls.Count(call => call.StartsWith("aws ecs describe-tasks", StringComparison.Ordinal)),
                Is.EqualTo(5)
            );
        }
    }

    [Test]
    public async Task What_is_refused_for_good_is_not_asked_again()
    {
        using var tools = StandIns.OfAJob().Instead("aws ecs run-task");
        tools.Fails(
            "aws ecs run-task",
            254,
            "An error occurred (AccessDeniedException): not authorized to perform: iam:PassRole"
        );
        var ran = await RunAsync(tools);
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.ProgramFailed));
        Assert.That(
            ran.Error,
            Is.EqualTo(
                "aws ecs run-task: An error occurred (AccessDeniedException): not authorized to perform: iam:PassRole; docs/operations.md lists what each command needs\n"
            )
        );
        Assert.That(tools.Calls.Count(call => call.StartsWith("aws ecs run-task", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [TestCase("<html>Sign in</html>", "got <html>Sign in</html>, want a JSON object")]
    [TestCase("", "got nothing, want a JSON object")]
    [TestCase("[]", "got [], want a JSON object")]
    public async Task An_answer_that_is_no_JSON_object_is_shown(string output, string message)
    {
        using var tools = StandIns.OfAJob().Instead("aws sts get-caller-identity").Says("aws sts get-caller-identity", output);
        var ran = await RunAsync(tools);
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.ProgramFailed), ran.ToString());
        Assert.That(ran.Error, Does.StartWith("aws sts get-caller-identity: ").And.Contain(message));
    }

    [Test]
    public async Task A_task_that_ECS_has_forgotten_is_a_failure()
    {
        using var tools = StandIns.OfAJob().Instead("aws ecs describe-tasks").Says("aws ecs describe-tasks", """{"tasks": []}""");
        var ran = await RunAsync(tools);
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.ProgramFailed));
        Assert.That(
            ran.Error,
            Does.Contain("db-migrate: ECS no longer knows arn:").And.Contain("its log is in /ecs/idp-server/jobs")
        );
    }

    // The stand-in sends its parent, the command, what Ctrl-C sends: at that very moment, however slow the machine is.
    private const string CtrlC = "kill -INT \"$PPID\"\n";

    [Test]
    public async Task Ctrl_C_leaves_the_task_running_and_says_how_to_go_on()
    {
        using var tools = StandIns
            .OfAJob()
            .Instead("aws ecs describe-tasks")
            .Plays("aws ecs describe-tasks", $"{CtrlC}sleep 60\n");
        var ran = await RunAsync(tools);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.Cancelled), ran.ToString());
            Assert.That(ran.Error, Does.Contain("db-migrate: no longer followed, the task may still be running."));
            Assert.That(
                ran.Error,
                Does.Contain(
                    "aws logs tail /ecs/idp-server/jobs --region ap-northeast-1 --log-stream-names migrate/job/0123abcd --follow\n"
                )
            );
            Assert.That(ran.Error, Does.Contain($"--task {StandIns.Task}\n").And.EndWith("cancelled\n"));
            Assert.That(tools.Calls, Has.None.Contains("stop-task"));
        }
    }

    [Test]
    public async Task Ctrl_C_that_the_tool_hears_first_is_no_failure_of_the_tool()
    {
        using var tools = StandIns
            .OfAJob()
            .Instead("aws ecs describe-tasks")
            .Plays("aws ecs describe-tasks", $"{CtrlC}exit 130\n");
        var ran = await RunAsync(tools);
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.Cancelled), ran.ToString());
        Assert.That(ran.Error, Does.EndWith("cancelled\n"));
    }

    [Test]
    public async Task Ctrl_C_while_the_task_is_being_started_says_how_to_find_it()
    {
        using var tools = StandIns.OfAJob().Instead("aws ecs run-task").Plays("aws ecs run-task", $"{CtrlC}sleep 60\n");
        var ran = await RunAsync(tools);
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.Cancelled), ran.ToString());
        Assert.That(
            ran.Error,
            Does.Match(
                "aws ecs list-tasks --region ap-northeast-1 --cluster idp-server-cluster --started-by infra-db-migrate-[0-9a-f]{12}\n"
            )
        );
    }

    private Task<Ran> RunAsync(StandIns tools) =>
        Cli.RunAsync(_project.Path, tools.Variables, "db", "migrate", "prod", "--interval", "0.01");
}
