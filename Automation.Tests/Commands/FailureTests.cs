using Automation.Tests.StandIns;
using Automation.Tests.Workspaces;
using Pulumi.Automation;
using Pulumi.Automation.Commands;
using Pulumi.Automation.Commands.Exceptions;
using Pulumi.Automation.Exceptions;

namespace Automation.Tests.Commands;

public sealed class FailureTests
{
    [TestCase("error: no stack named 'dev' found", "StackNotFoundException")]
    [TestCase("error: stack 'dev' already exists", "StackAlreadyExistsException")]
    [TestCase("error: [409] Conflict: Another update is currently in progress.", "ConcurrentUpdateException")]
    [TestCase(
        "error: the stack is currently locked by 1 lock(s). Either wait for the other process(es) to end",
        "ConcurrentUpdateException"
    )]
    [TestCase("error: no stack named\n'dev' found", "CommandException")]
    [TestCase("error: update failed", "CommandException")]
    [TestCase("", "CommandException")]
    public async Task A_failure_is_told_by_the_words_of_the_CLI(string words, string name)
    {
        using var run = await Recorded.StackAsync();
        run.Cli.Answer(
            "up",
            new StandInAnswer
            {
                ExitCode = 255,
                Out = "partly done\n",
                Error = words,
            }
        );

        var failure = await Assert.CatchAsync<CommandException>(() => run.Stack.UpAsync());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure!.GetType().Name, Is.EqualTo(name));
            Assert.That(failure.Name, Is.EqualTo(name));
            Assert.That(failure.Message, Is.EqualTo($"code: 255\nstdout: partly done\n\nstderr: {words}\n"));
            Assert.That(run.Lines, Has.Exactly(1).Items, "nothing is asked after a failure");
        }
    }

    [Test]
    public async Task What_the_CLI_prints_does_not_say_what_kind_of_failure_it_is()
    {
        using var run = await Recorded.StackAsync();
        run.Cli.Answer("up", new StandInAnswer { ExitCode = 1, Out = "no stack named 'x' found" });

        var failure = await Assert.CatchAsync<CommandException>(() => run.Stack.UpAsync());

        Assert.That(failure, Is.TypeOf<CommandException>());
    }

    [Test]
    public async Task A_stack_that_is_not_there_is_made_if_that_is_wanted()
    {
        using var run = await Recorded.StackAsync();
        run.Cli.Forget("stack select")
            .Answer("stack select", new StandInAnswer { ExitCode = 6, Error = "error: no stack named 'prod' found" });

        var stack = await WorkspaceStack.CreateOrSelectAsync("prod", run.Workspace);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(stack.Name, Is.EqualTo("prod"));
            Assert.That(
                run.Lines,
                Is.EqualTo(new[] { "stack select --stack prod --non-interactive", "stack init prod --non-interactive" })
            );
        }
    }

    [Test]
    public async Task Another_failure_to_select_makes_no_stack()
    {
        using var run = await Recorded.StackAsync();
        run.Cli.Answer("stack select", new StandInAnswer { ExitCode = 3, Error = "error: not logged in" });

        await Assert.ThrowsAsync<CommandException>(() => WorkspaceStack.CreateOrSelectAsync("prod", run.Workspace));
        Assert.That(run.Lines, Is.EqualTo(new[] { "stack select --stack prod --non-interactive" }));
    }

    [Test]
    public async Task A_preview_without_a_summary_is_a_failure_of_its_own()
    {
        using var run = await Recorded.StackAsync();
        run.Cli.Answer("preview");

        var failure = await Assert.ThrowsAsync<NoSummaryEventException>(() => run.Stack.PreviewAsync());

        Assert.That(failure!.Name, Is.EqualTo("NoSummaryEventException"));
    }

    [Test]
    public async Task Secrets_that_the_CLI_repeats_are_not_in_the_failure()
    {
        using var run = await Recorded.StackAsync();
        run.Cli.Answer(
                "config set",
                new StandInAnswer
                {
                    ExitCode = 1,
                    Out = "hunter2",
                    Error = "error: cannot store 'hunter2' in shown",
                }
            )
            .Answer(
                "config set-all",
                new StandInAnswer { ExitCode = 1, Error = "error: no stack named 'hunter2' found near shown and hunter22" }
            )
            .Answer("stack change-secrets-provider", new StandInAnswer { ExitCode = 1, Error = "error: hunter2 is too short" });

        var one = await Assert.CatchAsync<CommandException>(() =>
            run.Stack.SetConfigAsync("token", new("hunter2", isSecret: true))
        );
        var all = await Assert.CatchAsync<CommandException>(() =>
            run.Stack.SetAllConfigAsync(
                new Dictionary<string, ConfigValue>
                {
                    ["a"] = new("hunter2", true),
                    ["c"] = new("hunter22", true),
                    ["b"] = new("shown"),
                }
            )
        );
        var provider = await Assert.CatchAsync<CommandException>(() =>
            run.Stack.ChangeSecretsProviderAsync("passphrase", new() { NewPassphrase = "hunter2" })
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(one!.ToString(), Does.Contain("cannot store '[secret]' in shown").And.Not.Contain("hunter2"));
            Assert.That(all, Is.TypeOf<StackNotFoundException>());
            Assert.That(all!.ToString(), Does.Contain("near shown and [secret]\n").And.Not.Contain("hunter2"));
            Assert.That(provider!.ToString(), Does.Contain("[secret] is too short").And.Not.Contain("hunter2"));
        }
    }

    [Test]
    public async Task A_missing_CLI_is_said_with_the_way_to_get_it()
    {
        var missing = await Assert.ThrowsAsync<FileNotFoundException>(() =>
            LocalWorkspace.CreateAsync(new() { EnvironmentVariables = new Dictionary<string, string?> { ["PATH"] = "/nowhere" } })
        );
        var elsewhere = await Assert.ThrowsAsync<FileNotFoundException>(() =>
            LocalPulumiCommand.CreateAsync(new() { Root = "/nowhere" })
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                missing!.Message,
                Is.EqualTo("pulumi: not found on the PATH; install Pulumi's CLI: https://www.pulumi.com/docs/install/")
            );
            Assert.That(elsewhere!.Message, Does.StartWith("pulumi: /nowhere/bin/pulumi is not there; install Pulumi's CLI"));
        }
    }

    [Test]
    public async Task A_folder_that_is_gone_is_named()
    {
        using var cli = new StandInCli().Answer("stack ls", "[]");
        var workspace = await LocalWorkspace.CreateAsync(
            new() { WorkDir = "/nowhere/at/all", EnvironmentVariables = cli.Environment }
        );

        var failure = await Assert.ThrowsAsync<DirectoryNotFoundException>(() => workspace.ListStacksAsync());

        Assert.That(failure!.Message, Is.EqualTo("/nowhere/at/all: got no folder, want the one to run pulumi in"));
    }
}
