using System.Text.Json;
using Infra.Cli.Tests.Tools;
using static Infra.Cli.Tests.Operations.OperationStandIns;

namespace Infra.Cli.Tests.Operations;

/// <summary>Services that ECS deploys. The others have fixtures of their own.</summary>
public sealed class RollbackCommandTests
{
    private const string Describe = "aws ecs describe-services";

    private TemporaryFolder _project = null!;

    [SetUp]
    public void Lay_out() => _project = Cli.Project();

    [TearDown]
    public void Clean_up() => _project.Dispose();

    [Test]
    public async Task The_former_revision_is_deployed_and_watched_until_it_alone_serves()
    {
        using var tools = Revisions(active: [42, 41, 40], inactive: [])
            .Says(Describe, Service(42))
            .Says(
                Describe,
                Service(41, 2, 0, "IN_PROGRESS", $$""", {"status": "ACTIVE", "taskDefinition": "{{Revision(42)}}"}""")
            )
            .Says(Describe, Service(41, 2, 2, "COMPLETED", $$""", {"status": "ACTIVE", "taskDefinition": "{{Revision(42)}}"}"""))
            .Says(Describe, Service(41));
        var ran = await RunAsync(tools, "prod", "--yes");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(
                ran.Out,
                Does.StartWith(
                    "prod: idp-server from idp-server:42 to idp-server:41\n  app.image: repo@sha256:42 → repo@sha256:41\n"
                )
            );
            Assert.That(
                ran.Out,
                Does.Contain("  app environment: + VARIABLE_41\n").And.Contain("  app environment: - VARIABLE_42\n")
            );
            Assert.That(ran.Out, Does.Contain("  app secrets: ~ PASSWORD\n").And.Not.Contain("hidden"));
            Assert.That(ran.Out, Does.Contain("idp-server: idp-server:41 serves\n"));
            Assert.That(ran.Out, Does.Contain("To stay, set service.image in Pulumi.prod.yaml to the image above and deploy."));
            Assert.That(
                ran.Error,
                Does.Match(
                    @"^idp-server: idp-server:41 0 of 2 tasks, IN_PROGRESS .+\nidp-server: idp-server:41 2 of 2 tasks, COMPLETED .+\n$"
                )
            );
            Assert.That(
                Changing(tools),
                Is.EqualTo([
                    $"aws ecs update-service --cluster idp-server-cluster --service idp-server-service --task-definition {Revision(41)}{Region}",
                ])
            );
            Assert.That(tools.Calls.Count(call => call.StartsWith(Describe, StringComparison.Ordinal)), Is.EqualTo(4));
        }
    }

    [Test]
    public async Task A_revision_that_was_deregistered_is_registered_again_first_as_it_was()
    {
        using var tools = Revisions(active: [42, 30], inactive: [41, 40])
            .Says(Describe, Service(42))
            .Says(Describe, Service(43))
            .Plays(
                "aws ecs register-task-definition",
                "file=${4#file://}\ncp \"$file\" \"$here/input\"\nls -l \"$file\" | cut -c 1-10 >\"$here/mode\"\n"
                    + $"cat <<'ANSWER'\n{Definition(43, "repo@sha256:41")}\nANSWER\n"
            );
        var ran = await RunAsync(tools, "prod", "--yes");
        using var document = JsonDocument.Parse(tools.Left("input"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(ran.Error, Does.StartWith("idp-server: registered as idp-server:43\n"));
            Assert.That(Changing(tools)[^1], Does.Contain($"--task-definition {Revision(43)}"));
            Assert.That(
                document.RootElement.EnumerateObject().Select(member => member.Name),
                Is.EqualTo(["family", "networkMode", "containerDefinitions", "requiresCompatibilities", "cpu", "memory", "tags"]),
                "nothing that only ECS says of a revision"
            );
            Assert.That(
                document.RootElement.GetProperty("containerDefinitions")[0].GetProperty("image").GetString(),
                Is.EqualTo("repo@sha256:41")
            );
            Assert.That(tools.Left("mode"), Does.StartWith("-rw-------"), "others on the machine read no variables");
            Assert.That(ran.Out + ran.Error + string.Join('\n', tools.Calls), Does.Not.Contain("hidden-41"));
        }
    }

    [Test]
    public async Task While_a_deployment_goes_on_the_way_back_is_what_still_runs()
    {
        using var tools = Revisions(active: [42, 41, 40], inactive: [])
            .Says(
                Describe,
                Service(42, 2, 0, "IN_PROGRESS", $$""", {"status": "ACTIVE", "taskDefinition": "{{Revision(40)}}"}""")
            );
        var ran = await RunAsync(tools, "prod", "--dry-run");
        Assert.That(ran.Out, Does.StartWith("prod: idp-server from idp-server:42 to idp-server:40\n"), ran.ToString());
        Assert.That(Changing(tools), Is.Empty);
    }

    [TestCase("40")]
    [TestCase("idp-server:40")]
    public async Task A_revision_may_be_named(string to)
    {
        using var tools = Revisions(active: [42, 41, 40], inactive: []).Says(Describe, Service(42));
        var ran = await RunAsync(tools, "prod", "--to", to, "--dry-run", "--json");
        using var document = JsonDocument.Parse(ran.Out);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.RootElement.GetProperty("from").GetString(), Is.EqualTo("idp-server:42"));
            Assert.That(document.RootElement.GetProperty("to").GetString(), Is.EqualTo("idp-server:40"));
            Assert.That(document.RootElement.GetProperty("done").GetBoolean(), Is.False);
            Assert.That(
                document.RootElement.GetProperty("differences")[0].GetString(),
                Is.EqualTo("app.image: repo@sha256:42 → repo@sha256:40")
            );
            Assert.That(ran.Error, Does.StartWith("prod: idp-server from idp-server:42 to idp-server:40\n"));
        }
    }

    [TestCase("42", "--to: 1 problem\n  got 42, which serves already")]
    [TestCase("newest", "--to: 1 problem\n  got newest, want the number of a revision of idp-server, such as 41")]
    public async Task A_revision_that_makes_no_sense_is_bad_input(string to, string message)
    {
        using var tools = Revisions(active: [42, 41], inactive: []).Says(Describe, Service(42));
        var ran = await RunAsync(tools, "prod", "--to", to, "--yes");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
        Assert.That(ran.Error, Does.Contain(message));
        Assert.That(Changing(tools), Is.Empty);
    }

    [Test]
    public async Task Other_families_that_begin_with_the_same_letters_are_none_to_go_back_to()
    {
        using var tools = Aws()
            .Says(
                "aws ecs list-task-definitions",
                """{"taskDefinitionArns": ["arn:aws:ecs:ap-northeast-1:111111111111:task-definition/idp-server-db-verify:7"]}"""
            )
            .Says(Describe, Service(42));
        var ran = await RunAsync(tools, "prod", "--yes");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.ProgramFailed), ran.ToString());
        Assert.That(ran.Error, Does.StartWith("idp-server: there is no revision before 42, so there is nothing to go back to"));
    }

    [Test]
    public async Task A_deployment_that_ECS_gives_up_is_a_failure_with_its_reason()
    {
        using var tools = Revisions(active: [42, 41], inactive: [])
            .Says(Describe, Service(42))
            .Says(Describe, Service(41, 2, 0, "FAILED"));
        var ran = await RunAsync(tools, "prod", "--yes");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.ProgramFailed), ran.ToString());
        Assert.That(
            ran.Error,
            Is.EqualTo(
                "idp-server: ECS gave idp-server:41 up: tasks failed to start; infra logs prod --service idp-server shows why\n"
            )
        );
    }

    [Test]
    public async Task Nothing_is_done_until_the_name_of_the_stack_is_typed()
    {
        using var tools = Revisions(active: [42, 41], inactive: []).Says(Describe, Service(42));
        var nobody = await RunAsync(tools, "prod");
        var other = await TypeAsync(tools, "dev\n");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(nobody.ExitCode, Is.EqualTo(ExitCodes.Refused), nobody.ToString());
            Assert.That(
                nobody.Error,
                Is.EqualTo(
                    "Type the name of the stack to go ahead:\nprod: refused, nobody typed the name of the stack; --yes goes ahead without\n"
                )
            );
            Assert.That(other.ExitCode, Is.EqualTo(ExitCodes.Refused));
            Assert.That(other.Error, Does.EndWith("prod: refused, got dev, want prod; nothing was done\n"));
            Assert.That(Changing(tools), Is.Empty);
        }
    }

    [Test]
    public async Task Typed_it_goes()
    {
        using var tools = Revisions(active: [42, 41], inactive: []).Says(Describe, Service(42)).Says(Describe, Service(41));
        var ran = await TypeAsync(tools, "prod\n");
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Assert.That(Changing(tools), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Ctrl_C_stops_watching_and_says_that_AWS_goes_on()
    {
        using var tools = Revisions(active: [42, 41], inactive: [])
            .Says(Describe, Service(42))
            .Plays(Describe, "kill -INT \"$PPID\"\nsleep 60\n");
        var ran = await RunAsync(tools, "prod", "--yes");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.Cancelled), ran.ToString());
        Assert.That(ran.Error, Is.EqualTo("idp-server: no longer watched; what AWS was asked to do goes on\ncancelled\n"));
    }

    [Test]
    public async Task Throttled_it_asks_again()
    {
        using var tools = Revisions(active: [42, 41], inactive: [])
            .Fails(
                Describe,
                254,
                "An error occurred (ThrottlingException) when calling the DescribeServices operation: Rate exceeded"
            )
            .Says(Describe, Service(42));
        var ran = await RunAsync(tools, "prod", "--dry-run");
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
    }

    [TestCase("""{"services": []}""")]
    [TestCase("""{"services": [{"status": "INACTIVE"}]}""")]
    public async Task A_service_that_is_not_there_is_told(string answer)
    {
        using var tools = Aws().Says(Describe, answer);
        var ran = await RunAsync(tools, "prod", "--yes");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.ProgramFailed), ran.ToString());
        Assert.That(
            ran.Error,
            Is.EqualTo("idp-server: ECS has no service idp-server-service in idp-server-cluster; is the stack deployed?\n")
        );
    }

    [TestCase("neuraknot-dev", "--service: 1 problem\n  got nothing, want one of backend-go, nextjs-frontend, python-ai")]
    [TestCase("prod --service api", "--service: 1 problem\n  got api, want one of idp-server")]
    public async Task Which_service_must_be_clear(string arguments, string message)
    {
        using var tools = Aws();
        var ran = await RunAsync(tools, arguments.Split(' '));
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
        Assert.That(ran.Error, Does.Contain(message));
        Assert.That(tools.Calls, Is.Empty);
    }

    [Test]
    public async Task With_several_services_the_setting_to_stay_is_that_of_the_service()
    {
        using var tools = Revisions(active: [42, 41], inactive: []).Says(Describe, Service(42)).Says(Describe, Service(41));
        var ran = await RunAsync(tools, "neuraknot-dev", "--service", "backend-go", "--yes");
        Assert.That(ran.Out, Does.Contain("set services.backend-go.image in Pulumi.neuraknot-dev.yaml"), ran.ToString());
        Assert.That(Changing(tools)[0], Does.Contain("--cluster neuraKnot-dev-cluster --service neuraKnot-dev-backend-go "));
    }

    internal static string[] Changing(StandIns tools) =>
        [
            .. tools.Calls.Where(call =>
                call.Contains(" update-", StringComparison.Ordinal)
                || call.Contains(" register-task", StringComparison.Ordinal)
                || call.Contains(" create-", StringComparison.Ordinal)
                || call.Contains(" stop-", StringComparison.Ordinal)
            ),
        ];

    internal static StandIns Revisions(int[] active, int[] inactive)
    {
        var all = active.Concat(inactive).ToArray();
        return Aws()
            .Plays("aws ecs list-task-definitions", Case((" ACTIVE ", List(active)), (" INACTIVE ", List(inactive))))
            .Plays(
                "aws ecs describe-task-definition",
                Case([
                    .. all.Select(number =>
                        (
                            $":{number} ",
                            Definition(
                                number,
                                $"repo@sha256:{number}",
                                inactive.Contains(number) ? "INACTIVE" : "ACTIVE",
                                $"VARIABLE_{number}"
                            )
                        )
                    ),
                ])
            )
            .Plays("aws ecs update-service", "");

        static string List(int[] numbers) =>
            $$"""{"taskDefinitionArns": [{{string.Join(", ", numbers.Select(number => $"\"{Revision(number)}\""))}}]}""";
    }

    private Task<Ran> TypeAsync(StandIns tools, string input) =>
        Cli.TypeAsync(_project.Path, tools.Variables, input, "rollback", "prod", "--interval", "0.01");

    private Task<Ran> RunAsync(StandIns tools, params string[] arguments) =>
        Cli.RunAsync(_project.Path, tools.Variables, ["rollback", .. arguments, "--interval", "0.01"]);
}
