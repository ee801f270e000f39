using Automation.Tests.StandIns;
using Pulumi.Automation;
using Pulumi.Automation.Commands.Exceptions;
using Pulumi.Automation.Exceptions;

namespace Automation.Tests.Workspaces;

public sealed class WorkspaceTests
{
    [Test]
    public async Task A_folder_of_its_own_is_deleted_with_the_workspace_and_another_is_not()
    {
        using var run = await Recorded.StackAsync();
        var own = await LocalWorkspace.CreateAsync(new() { EnvironmentVariables = run.Cli.Environment });
        var given = await LocalWorkspace.CreateAsync(run.Options);
        var existed = Directory.Exists(own.WorkDir);

        own.Dispose();
        own.Dispose();
        given.Dispose();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(existed, Is.True);
            Assert.That(Directory.Exists(own.WorkDir), Is.False);
            Assert.That(Directory.Exists(given.WorkDir), Is.True);
        }
    }

    [Test]
    public async Task The_CLI_runs_in_the_folder_with_the_variables_of_the_workspace()
    {
        using var run = await Recorded.StackAsync(new() { PulumiHome = "/home/pulumi" });
        run.Workspace.EnvironmentVariables!["PULUMI_BACKEND_URL"] = "file://~";
        run.Workspace.EnvironmentVariables["PULUMI_CONFIG_PASSPHRASE"] = "correct horse";
        run.Workspace.EnvironmentVariables["PULUMI_GONE"] = null;
        Environment.SetEnvironmentVariable("PULUMI_GONE", "here");
        Environment.SetEnvironmentVariable("PULUMI_STAYS", "here");
        try
        {
            run.Cli.Answer("stack ls", "[]");
            await run.Workspace.ListStacksAsync();
        }
        finally
        {
            Environment.SetEnvironmentVariable("PULUMI_GONE", null);
            Environment.SetEnvironmentVariable("PULUMI_STAYS", null);
        }

        var call = run.Cli.Calls[^1];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.Directory, Is.EqualTo(run.Folder.FullName));
            Assert.That(call.Environment["PULUMI_HOME"], Is.EqualTo("/home/pulumi"));
            Assert.That(call.Environment["PULUMI_BACKEND_URL"], Is.EqualTo("file://~"));
            Assert.That(call.Environment["PULUMI_STAYS"], Is.EqualTo("here"));
            Assert.That(call.Environment, Does.Not.ContainKey("PULUMI_GONE").And.Not.ContainKey("PULUMI_DEBUG_COMMANDS"));
            Assert.That(
                call.Environment["PULUMI_CONFIG_PASSPHRASE"],
                Is.EqualTo("[secret]"),
                "the stand-in does not write it down"
            );
        }
    }

    [Test]
    public async Task An_inline_stack_gets_a_project_file_and_stack_files()
    {
        using var cli = new StandInCli().Answer("stack select");
        var args = new InlineProgramArgs("shop", "acme/dev", PulumiFn.Create(() => { }))
        {
            EnvironmentVariables = cli.Environment,
            StackSettings = new Dictionary<string, StackSettings>
            {
                ["acme/dev"] = new()
                {
                    Config = new Dictionary<string, StackSettingsConfigValue> { ["aws:region"] = new("eu-west-1", false) },
                },
            },
        };

        using var stack = await LocalWorkspace.SelectStackAsync(args);
        var folder = stack.Workspace.WorkDir;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                File.ReadAllText(Path.Combine(folder, "Pulumi.yaml")),
                Is.EqualTo($"name: shop\nruntime: dotnet\nmain: {Directory.GetCurrentDirectory()}\n")
            );
            Assert.That(
                File.ReadAllText(Path.Combine(folder, "Pulumi.dev.yaml")),
                Is.EqualTo("config:\n  aws:region: eu-west-1\n")
            );
            Assert.That(cli.Lines, Is.EqualTo(new[] { "stack select --stack acme/dev --non-interactive" }));
            Assert.That(cli.Calls[^1].Directory, Is.EqualTo(folder));
        }
    }

    [Test]
    public async Task A_project_file_that_is_there_stays_and_one_that_says_something_else_is_a_conflict()
    {
        using var run = await Recorded.StackAsync();
        const string Text = "# ours\nname: shop\nruntime: dotnet\ndescription: a shop\n";
        var path = Path.Combine(run.Folder.FullName, "Pulumi.yaml");
        await File.WriteAllTextAsync(path, Text);

        run.Options.ProjectSettings = new InlineProgramArgs("shop", "dev", PulumiFn.Create(() => { })).ProjectSettings;
        using var same = await LocalWorkspace.CreateAsync(run.Options);
        run.Options.ProjectSettings = new("shop", ProjectRuntimeName.Dotnet) { Description = "a shop" };
        using var equal = await LocalWorkspace.CreateAsync(run.Options);
        run.Options.ProjectSettings = new("shop", ProjectRuntimeName.Dotnet) { Description = "another" };
        var conflict = await Assert.ThrowsAsync<ProjectSettingsConflictException>(() => LocalWorkspace.CreateAsync(run.Options));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(conflict!.SettingsFileLocation, Is.EqualTo(path));
            Assert.That(File.ReadAllText(path), Is.EqualTo(Text));
        }
    }

    [Test]
    public async Task A_local_stack_is_made_selected_or_both()
    {
        using var cli = new StandInCli().Answer("stack init").Answer("stack select");
        LocalProgramArgs Args() => new("dev", cli.Folder) { EnvironmentVariables = cli.Environment };

        using var made = await LocalWorkspace.CreateStackAsync(Args());
        using var selected = await LocalWorkspace.SelectStackAsync(Args());
        using var either = await LocalWorkspace.CreateOrSelectStackAsync(Args());

        Assert.That(
            cli.Lines,
            Is.EqualTo(
                new[]
                {
                    "stack init dev --non-interactive",
                    "stack select --stack dev --non-interactive",
                    "stack select --stack dev --non-interactive",
                }
            )
        );
    }

    [Test]
    public async Task A_stack_that_cannot_be_had_leaves_no_folder_behind()
    {
        using var cli = new StandInCli().Answer(
            "stack select",
            new StandInAnswer { ExitCode = 6, Error = "no stack named 'dev' found" }
        );
        var args = new InlineProgramArgs("shop", "dev", PulumiFn.Create(() => { })) { EnvironmentVariables = cli.Environment };

        await Assert.ThrowsAsync<StackNotFoundException>(() => LocalWorkspace.SelectStackAsync(args));
        Assert.That(Directory.Exists(cli.Calls[^1].Directory), Is.False);
    }

    [Test]
    public async Task A_function_without_a_project_is_refused()
    {
        var args = new InlineProgramArgs("shop", "dev", PulumiFn.Create(() => { })) { ProjectSettings = null };

        await Assert.ThrowsAsync<ArgumentException>(() => LocalWorkspace.CreateStackAsync(args));
    }

    [Test]
    public async Task Lines_arrive_one_by_one_while_the_whole_text_is_kept()
    {
        using var run = await Recorded.StackAsync();
        run.Cli.Answer("up", new StandInAnswer { Out = "one\r\ntwo\n\nthree", Error = "oh\n" });
        List<string> output = [];
        List<string> errors = [];

        var result = await run.Stack.UpAsync(new() { OnStandardOutput = output.Add, OnStandardError = errors.Add });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(output, Is.EqualTo(new[] { "one", "two", "", "three" }));
            Assert.That(errors, Is.EqualTo(new[] { "oh" }));
            Assert.That(result.StandardOutput, Is.EqualTo("one\r\ntwo\n\nthree"));
            Assert.That(result.StandardError, Is.EqualTo("oh\n"));
        }
    }

    [Test]
    public async Task A_taker_of_lines_that_fails_stops_nothing_and_is_heard_at_the_end()
    {
        using var run = await Recorded.StackAsync();
        run.Cli.Answer(
            "up",
            string.Concat(Enumerable.Repeat("a line that fills the pipe, so that a reader who stops is noticed\n", 5000))
        );

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            run.Stack.UpAsync(new() { OnStandardOutput = _ => throw new InvalidOperationException("full") })
        );

        Assert.That(failure!.Message, Is.EqualTo("full"));
    }
}
