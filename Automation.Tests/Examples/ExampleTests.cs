using Automation.Tests.StandIns;

namespace Automation.Tests.Examples;

public sealed class ExampleTests
{
    private const string Bucket =
        """{"op":"create","urn":"urn:pulumi:dev::shop::aws:s3/bucket:Bucket::logs","type":"aws:s3/bucket:Bucket","old":null,"new":null,"provider":"","detailedDiff":null}""";

    private const string Stack =
        """{"op":"same","urn":"urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev","type":"pulumi:pulumi:Stack","old":null,"new":null,"provider":"","detailedDiff":null}""";

    [Test]
    public async Task A_preview_changes_nothing()
    {
        using var cli = Cli();

        var (exitCode, output, error) = await ExampleScript.RunAsync(cli, "dev");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error, Is.Empty);
            Assert.That(
                output,
                Is.EqualTo(
                    "would  create   aws:s3/bucket:Bucket logs\ndev: 1 create, 1 same\nNothing was changed; --yes does it.\n"
                )
            );
            Assert.That(exitCode, Is.Zero);
            Assert.That(cli.Lines.Select(line => line.Split(' ')[0]), Is.EqualTo(new[] { "stack", "preview" }));
            Assert.That(cli.Calls[^1].Directory, Is.EqualTo(cli.Folder));
        }
    }

    [Test]
    public async Task A_confirmed_deployment_shows_what_the_README_shows()
    {
        using var cli = Cli();

        var (exitCode, output, error) = await ExampleScript.RunAsync(cli, "dev --yes");

        var readme = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "examples", "automation", "README.md"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(error, Is.Empty);
            Assert.That(output, Does.EndWith("bucket: shop-logs\npassword: [secret]\ndev: succeeded\n"));
            Assert.That(readme, Does.Contain($"```\n{output}```\n"));
            Assert.That(exitCode, Is.Zero);
        }
    }

    [Test]
    public async Task A_failed_deployment_says_why_and_ends_with_4()
    {
        using var cli = Cli();
        cli.Forget("up")
            .Answer(
                "up",
                new StandInAnswer
                {
                    ExitCode = 255,
                    Error = "error: update failed\n",
                    Events =
                    [
                        Event("resOpFailedEvent", $$"""{"metadata":{{Bucket}},"status":0,"steps":1}"""),
                        Event("diagnosticEvent", """{"message":"AccessDenied\n","severity":"error","color":"never"}"""),
                    ],
                }
            );

        var (exitCode, output, error) = await ExampleScript.RunAsync(cli, "dev --yes");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(output, Does.EndWith("FAILED create   aws:s3/bucket:Bucket logs\nerror: AccessDenied\n"));
            Assert.That(error, Is.EqualTo("code: 255\nstdout: \nstderr: error: update failed\n"));
            Assert.That(exitCode, Is.EqualTo(4));
        }
    }

    [TestCase("error: no stack named 'dev' found", 2, "there is no stack dev; pulumi stack ls says which there are\n")]
    [TestCase(
        "error: the stack is currently locked by 1 lock(s)",
        4,
        "somebody else is changing dev; wait, or end it with pulumi cancel\n"
    )]
    public async Task What_is_known_to_go_wrong_is_said_in_a_line(string words, int code, string message)
    {
        using var cli = Cli();
        cli.Forget("stack select").Answer("stack select", new StandInAnswer { ExitCode = 255, Error = words });

        var (exitCode, output, error) = await ExampleScript.RunAsync(cli, "dev");

        Assert.That((exitCode, output, error), Is.EqualTo((code, "", message)));
    }

    [TestCase("")]
    [TestCase("--yes")]
    [TestCase("dev prod")]
    [TestCase("dev --directory")]
    public async Task A_command_line_that_makes_no_sense_is_answered_by_the_usage(string arguments)
    {
        using var cli = Cli();

        var (exitCode, output, error) = await ExampleScript.RunAsync(cli, arguments);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (exitCode, output, error),
                Is.EqualTo((2, "", "usage: automation-example STACK [--yes] [--directory DIR]\n"))
            );
            Assert.That(cli.Calls, Is.Empty);
        }
    }

    [Test]
    public async Task A_CLI_that_is_too_old_ends_with_5()
    {
        using var cli = Cli().Answer("version", "v2.0.0\n");

        var (exitCode, _, error) = await ExampleScript.RunAsync(cli, "dev");

        Assert.That(error, Does.StartWith("pulumi: got version 2.0.0, want 3.1.0 or later"));
        Assert.That(exitCode, Is.EqualTo(5));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Windows has no SIGINT to send.")]
    public async Task Ctrl_C_lets_the_CLI_end_by_itself()
    {
        using var cli = Cli();
        cli.Forget("up")
            .Answer(
                "up",
                new StandInAnswer { Hangs = true, Events = [Event("resOutputsEvent", $$"""{"metadata":{{Bucket}}}""")] }
            );

        var (exitCode, output, error) = await ExampleScript.RunAsync(
            cli,
            "dev --yes",
            interruptAt: "done   create   aws:s3/bucket:Bucket logs"
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(output, Does.EndWith("done   create   aws:s3/bucket:Bucket logs\n"));
            Assert.That((exitCode, error), Is.EqualTo((130, "cancelled\n")));
        }
    }

    private static StandInCli Cli() =>
        new StandInCli()
            .Answer("stack select")
            .Answer(
                "preview",
                new StandInAnswer
                {
                    Events =
                    [
                        Event("resourcePreEvent", $$"""{"metadata":{{Stack}},"planning":true}"""),
                        Event("resourcePreEvent", $$"""{"metadata":{{Bucket}},"planning":true}"""),
                        Event("resOutputsEvent", $$"""{"metadata":{{Bucket}},"planning":true}"""),
                        Event("summaryEvent", """{"resourceChanges":{"same":1,"create":1}}"""),
                    ],
                }
            )
            .Answer(
                "up",
                new StandInAnswer
                {
                    Events =
                    [
                        Event("resourcePreEvent", $$"""{"metadata":{{Bucket}}}"""),
                        Event("resOutputsEvent", $$"""{"metadata":{{Bucket}}}"""),
                        Event("resOutputsEvent", $$"""{"metadata":{{Stack}}}"""),
                    ],
                }
            )
            .Answer("stack output", """{"password":"[secret]","bucket":"shop-logs"}""")
            .Answer("stack output", """{"password":"hunter2","bucket":"shop-logs"}""")
            .Answer("stack history", """[{"kind":"update","result":"succeeded"}]""");

    private static string Event(string kind, string json) => $$"""{"sequence":0,"timestamp":0,"{{kind}}":{{json}}}""" + "\n";
}
