using System.Text.Json;
using Infra.Cli.Tests.Tools;

namespace Infra.Cli.Tests.Operations;

public sealed class LogsCommandTests
{
    private const string Call = "aws logs filter-log-events";

    private TemporaryFolder _project = null!;

    [SetUp]
    public void Lay_out() => _project = Cli.Project();

    [TearDown]
    public void Clean_up() => _project.Dispose();

    [Test]
    public async Task Lines_of_several_services_come_in_one_order_of_time_with_their_names()
    {
        using var tools = OperationStandIns.Aws();
        tools.Plays(
            Call,
            OperationStandIns.Case(
                ("backend-go", Page(null, (1000, "a1", "first"), (3000, "a2", "third"))),
                ("nextjs-frontend", Page(null, (2000, "b1", "second\n  with\tmore"))),
                ("python-ai", Page(null))
            )
        );
        var ran = await RunAsync(tools, "neuraknot-dev");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(
                ran.Out,
                Is.EqualTo(
                    "1970-01-01T00:00:01.000Z  backend-go       first\n"
                        + "1970-01-01T00:00:02.000Z  nextjs-frontend  second\n"
                        + $"{new string(' ', 24)}                     with more\n"
                        + "1970-01-01T00:00:03.000Z  backend-go       third\n"
                )
            );
            Assert.That(ran.Error, Is.Empty);
        }
    }

    [Test]
    public async Task Pages_are_read_to_the_last_also_empty_ones_between()
    {
        using var tools = OperationStandIns
            .Aws()
            .Says(Call, Page("t1", (1000, "a", "one")))
            .Says(Call, Page("t2"))
            .Says(Call, Page(null, (2000, "b", "two")));
        var ran = await RunAsync(tools, "prod", "--since", "2026-01-31T00:00:00Z", "--until", "2026-01-31T01:00:00Z");
        const string First =
            $"{Call} --log-group-name /ecs/idp-server --no-paginate --start-time 1769817600000 --end-time 1769821200000";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.Out, Is.EqualTo("1970-01-01T00:00:01.000Z  one\n1970-01-01T00:00:02.000Z  two\n"), ran.ToString());
            Assert.That(
                tools.Calls.Skip(1),
                Is.EqualTo([
                    $"{First}{OperationStandIns.Region}",
                    $"{First} --next-token t1{OperationStandIns.Region}",
                    $"{First} --next-token t2{OperationStandIns.Region}",
                ])
            );
        }
    }

    [Test]
    public async Task Errors_are_asked_for_by_words_of_which_one_is_enough()
    {
        using var tools = OperationStandIns.Aws().Says(Call, Page(null));
        var ran = await RunAsync(tools, "prod", "--errors");
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Assert.That(ran.Error, Does.StartWith("no line since 20"));
        Assert.That(tools.Calls[^1], Does.Contain("--filter-pattern=?\"ERROR\" ?\"Error\" ?\"error\""));
    }

    [Test]
    public async Task A_filter_goes_to_CloudWatch_and_errors_are_then_picked_out_here()
    {
        using var tools = OperationStandIns
            .Aws()
            .Says(Call, Page(null, (1000, "a", "tenant-7 fine"), (2000, "b", "tenant-7 ERROR")));
        var ran = await RunAsync(tools, "prod", "--errors", "--filter", "tenant-7");
        Assert.That(tools.Calls[^1], Does.Contain(" --filter-pattern=tenant-7 "), ran.ToString());
        Assert.That(ran.Out, Does.EndWith("  tenant-7 ERROR\n").And.Not.Contain("fine"));
    }

    [Test]
    public async Task Following_tells_each_line_once_until_Ctrl_C_which_is_the_way_to_end_it()
    {
        const string Now = "now=$(date +%s)000\n";
        using var tools = OperationStandIns
            .Aws()
            .Plays(Call, Now + Lines(("a", "one"), ("b", "two")))
            .Plays(Call, Now + Lines(("b", "two"), ("c", "three")))
            .Plays(Call, "kill -INT \"$PPID\"\nsleep 60\n");
        var ran = await RunAsync(tools, "prod", "--follow", "--interval", "0.01");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(ran.Out, Does.Match(@"^20\S+Z  one\n20\S+Z  two\n20\S+Z  three\n$"));
            Assert.That(ran.Error, Is.Empty);
            Assert.That(
                Started(tools.Calls[^1]) - Started(tools.Calls[1]),
                Is.GreaterThan(3_000_000),
                "what lies a minute back has arrived and is not searched again"
            );
        }

        static string Lines(params (string Id, string Message)[] lines) =>
            "echo \"{\\\"events\\\": ["
            + string.Join(
                ',',
                lines.Select(line =>
                    $"{{\\\"timestamp\\\": $now, \\\"eventId\\\": \\\"{line.Id}\\\", \\\"message\\\": \\\"{line.Message}\\\"}}"
                )
            )
            + "]}\"\n";
    }

    [Test]
    public async Task A_document_a_line_for_scripts()
    {
        using var tools = OperationStandIns.Aws().Says(Call, Page(null, (1000, "a", "one\ttwo \u65e5"), (2000, "b", "three")));
        var ran = await RunAsync(tools, "prod", "--json");
        var lines = ran.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines, Has.Length.EqualTo(2), ran.ToString());
        using var line = JsonDocument.Parse(lines[0]);
        Assert.That(
            line.RootElement.EnumerateObject().Select(member => $"{member.Name}={member.Value}"),
            Is.EqualTo([
                "time=1970-01-01T00:00:01.000Z",
                "service=idp-server",
                "logGroup=/ecs/idp-server",
                "logStream=stream",
                "eventId=a",
                "message=one\ttwo \u65e5",
            ])
        );
    }

    [Test]
    public async Task No_more_lines_than_the_limit_and_it_is_said()
    {
        using var tools = OperationStandIns.Aws().Says(Call, Page(null, (1, "a", "one"), (2, "b", "two"), (3, "c", "three")));
        var ran = await RunAsync(tools, "prod", "--limit", "2");
        Assert.That(ran.Out, Does.EndWith("  two\n"), ran.ToString());
        Assert.That(ran.Error, Is.EqualTo("2 lines, and there are more; take a shorter time, --filter, or a higher --limit\n"));
    }

    [Test]
    public async Task A_group_that_is_not_there_is_told_and_the_others_are_read()
    {
        using var tools = OperationStandIns.Aws();
        tools.Plays(
            Call,
            "case \"$*\" in *python*) echo 'An error occurred (ResourceNotFoundException) when calling' >&2; exit 254;; esac\n"
                + $"cat <<'ANSWER'\n{Page(null, (1000, "a", "one"))}\nANSWER\n"
        );
        var ran = await RunAsync(tools, "neuraknot-dev");
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Assert.That(ran.Out, Does.Contain("backend-go").And.Contain("nextjs-frontend"));
        Assert.That(
            ran.Error,
            Is.EqualTo("python-ai: ap-northeast-1 has no log group /ecs/neuraKnot-dev-python-ai; is the stack deployed?\n")
        );
    }

    [Test]
    public async Task Where_no_group_is_there_it_fails()
    {
        using var tools = OperationStandIns.Aws().Fails(Call, 254, "An error occurred (ResourceNotFoundException) when calling");
        var ran = await RunAsync(tools, "prod", "--follow", "--interval", "0.01");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.ProgramFailed), ran.ToString());
        Assert.That(
            ran.Error,
            Is.EqualTo("idp-server: ap-northeast-1 has no log group /ecs/idp-server; is the stack deployed?\n")
        );
    }

    [Test]
    public async Task A_log_of_another_region_is_read_there()
    {
        using var tools = OperationStandIns.Aws().Says(Call, Page(null));
        var ran = await RunAsync(tools, "web-platform-prod", "--service", "front-waf");
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Assert.That(tools.Calls[^1], Does.Contain("aws-waf-logs-web-platform-prod").And.Contain("--region us-east-1"));
    }

    [Test]
    public async Task Denied_it_names_what_the_identity_lacks()
    {
        using var tools = OperationStandIns.Aws().Fails(Call, 254, "An error occurred (AccessDeniedException) when calling");
        var ran = await RunAsync(tools, "prod");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.ProgramFailed), ran.ToString());
        Assert.That(
            ran.Error,
            Is.EqualTo(
                "aws logs filter-log-events: An error occurred (AccessDeniedException) when calling; the identity needs logs:FilterLogEvents; docs/operations.md lists what each command needs\n"
            )
        );
    }

    [TestCase("prod", "idp-server      /ecs/idp-server", "read by default")]
    [TestCase("finsight-prod", "reports        /aws/lambda/finsight-reports", "front-waf aws-waf-logs-finsight us-east-1")]
    [TestCase("neuraknot-dev", "python-ai        /ecs/neuraKnot-dev-python-ai", "messages  ")]
    [TestCase("taskflow-prod", "api           /aws/lambda/TaskFlowApi", "us-east-1")]
    [TestCase("web-platform-dev", "web-platform  /ecs/web-platform-dev", "sign-ins")]
    public async Task The_logs_of_a_system_are_listed_without_asking_anybody(string stack, string line, string more)
    {
        using var tools = new StandIns();
        var ran = await RunAsync(tools, stack, "--list");
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Assert.That(Flat(ran.Out), Does.Contain(Flat(line)).And.Contain(more.Trim()));

        static string Flat(string text) =>
            string.Join(
                '\n',
                text.Split('\n').Select(row => string.Join(' ', row.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            );
    }

    [TestCase("--service cron", "--service: 1 problem\n  got cron, want one of idp-server, exec, flow")]
    [TestCase("--since tomorrow", "--since: 1 problem\n  got tomorrow, want how long ago")]
    [TestCase("--until 2h", "--until: 1 problem\n  got 2h, want a time after --since")]
    [TestCase("--follow --until 5m", "got --follow too, want one of both")]
    [TestCase("--limit 0", "--limit: 1 problem\n  got 0, want a number of lines, 1 or more")]
    [TestCase("--filter file:///etc/passwd", "--filter: got file:///etc/passwd, want the pattern itself")]
    [TestCase("--interval 0", "--interval: 1 problem")]
    public async Task Bad_input_has_a_way_out_and_asks_nobody(string arguments, string message)
    {
        using var tools = OperationStandIns.Aws();
        var ran = await RunAsync(tools, ["prod", .. arguments.Split(' ')]);
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
        Assert.That(ran.Error, Does.Contain(message));
        Assert.That(tools.Calls, Is.Empty);
    }

    [Test]
    public async Task In_another_account_nothing_is_read()
    {
        using var tools = OperationStandIns.Aws("222222222222");
        var ran = await RunAsync(tools, "prod");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.Refused), ran.ToString());
        Assert.That(ran.Error, Does.Contain("in account 222222222222, and Pulumi.prod.yaml:5 allows 111111111111"));
        Assert.That(tools.Calls, Has.Length.EqualTo(1));
    }

    private static long Started(string call)
    {
        const string Option = "--start-time ";
        var at = call.IndexOf(Option, StringComparison.Ordinal) + Option.Length;
        return long.Parse(call[at..call.IndexOf(' ', at)], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string Page(string? next, params (long Time, string Id, string Message)[] lines)
    {
        var events = lines.Select(line =>
            JsonSerializer.Serialize(
                new
                {
                    timestamp = line.Time,
                    eventId = line.Id,
                    logStreamName = "stream",
                    message = line.Message,
                }
            )
        );
        var token = next is null ? "" : $", \"nextToken\": \"{next}\"";
        return $"{{\"events\": [{string.Join(", ", events)}]{token}}}";
    }

    private Task<Ran> RunAsync(StandIns tools, params string[] arguments) =>
        Cli.RunAsync(_project.Path, tools.Variables, ["logs", .. arguments]);
}
