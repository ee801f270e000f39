using Engine.Planning;
using Engine.Programs;
using Pulumirpc;

namespace Engine.Tests.Previewing;

/// <summary>How a program's end, its console and its log become diagnostics.</summary>
public sealed class OutcomeTests
{
    [Test]
    public async Task Console_output_and_log_lines_are_diagnostics_in_order()
    {
        var result = await FakeProgram.PreviewAsync(async program =>
        {
            await program.RegisterStackAsync();
            program.Context.Print(new ProgramLine("hello", IsError: false));
            await program.LogAsync(LogSeverity.Debug, "noise");
            await program.LogAsync(LogSeverity.Warning, "careful");
            program.Context.Print(new ProgramLine("oops", IsError: true));
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                result.Plan.Diagnostics.Select(diagnostic => (diagnostic.Severity, diagnostic.Message)),
                Is.EqualTo(new[] { (Severity.Info, "hello"), (Severity.Warning, "careful"), (Severity.Info, "oops") })
            );
            Assert.That(result.Failed, Is.False);
            Assert.That(result.ExitCode, Is.Zero);
        }
    }

    [Test]
    public async Task An_exit_code_is_a_problem_with_what_was_last_printed()
    {
        var result = await FakeProgram.PreviewAsync(
            program =>
            {
                for (var i = 0; i < 8; i++)
                    program.Context.Print(new ProgramLine($"line {i}", IsError: true));
                return Task.CompletedTask;
            },
            exitCode: 7
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                result.OnlyProblem(),
                Is.EqualTo(
                    "the program ended with exit code 7; it last printed:\n  line 3\n  line 4\n  line 5\n  line 6\n  line 7"
                )
            );
            Assert.That(result.ExitCode, Is.EqualTo(7));
            Assert.That(result.Failed, Is.True);
        }
    }

    [Test]
    public async Task The_stack_of_a_crash_is_not_printed_and_its_message_is()
    {
        var result = await FakeProgram.PreviewAsync(
            program =>
            {
                program.Context.Print(new ProgramLine("Unhandled exception. System.Exception: the size is odd", IsError: true));
                for (var i = 0; i < 30; i++)
                    program.Context.Print(
                        new ProgramLine($"   at Shop.Sizes.Check{i}() in /shop/Sizes.cs:line {i}", IsError: true)
                    );
                return Task.CompletedTask;
            },
            exitCode: 134
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                result.OnlyProblem(),
                Is.EqualTo(
                    "the program ended with exit code 134; it last printed:\n  Unhandled exception. System.Exception: the size is odd"
                )
            );
            Assert.That(result.Texts(Severity.Info), Has.None.Contains("   at "));
        }
    }

    [Test]
    public async Task Exit_code_32_adds_nothing_to_the_errors_reported()
    {
        var result = await FakeProgram.PreviewAsync(
            program => program.LogAsync(LogSeverity.Error, "the settings are wrong"),
            exitCode: 32
        );

        Assert.That(result.OnlyProblem(), Is.EqualTo("the settings are wrong"));
    }

    [Test]
    public async Task Exit_code_32_without_a_report_is_a_problem_of_its_own()
    {
        var result = await FakeProgram.PreviewAsync(_ => Task.CompletedTask, exitCode: 32);

        Assert.That(result.OnlyProblem(), Does.Contain("exit code 32").And.Contain("it reported none"));
    }

    [Test]
    public async Task An_error_that_was_only_logged_fails_the_preview()
    {
        var result = await FakeProgram.PreviewAsync(async program =>
        {
            await program.RegisterStackAsync();
            await program.LogAsync(LogSeverity.Error, "no");
        });

        Assert.That(result.Failed, Is.True);
    }

    [Test]
    public async Task An_exception_keeps_its_message_and_place_but_no_stack()
    {
        var result = await FakeProgram.PreviewAsync(
            program =>
                program.LogAsync(
                    LogSeverity.Error,
                    """
                    Running program 'shop' failed with an unhandled exception:
                    System.InvalidOperationException: the size is odd
                       at Shop.Sizes.Check(Int32 size) in /home/me/shop/Sizes.cs:line 12
                       at Shop.Main() in /home/me/shop/Program.cs:line 3
                    --- End of stack trace from previous location ---
                       at System.Threading.Tasks.Task.Wait()
                    """
                ),
            exitCode: 32
        );

        Assert.That(
            result.OnlyProblem(),
            Is.EqualTo(
                "Running program 'shop' failed with an unhandled exception:\nSystem.InvalidOperationException: the size is odd (at Sizes.cs:line 12)"
            )
        );
    }

    [Test]
    public async Task A_program_that_registers_nothing_is_asked_whether_it_ran()
    {
        var result = await FakeProgram.PreviewAsync(_ => Task.CompletedTask);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Texts(Severity.Warning).Single(), Does.Contain("without registering anything"));
            Assert.That(result.Failed, Is.False);
        }
    }

    [Test]
    public async Task A_program_that_hangs_is_stopped_and_what_it_did_last_is_said()
    {
        var stopped = false;
        var result = await FakeProgram.PreviewAsync(
            async program =>
            {
                await program.RegisterStackAsync();
                await program.RegisterComponentAsync("idp:a:Part", "part");
                await program.RegisterAsync("random:index/randomPet:RandomPet", "cat");
                program.Stopped.Register(() => stopped = true);
                await Task.Delay(Timeout.Infinite, program.Stopped);
            },
            options => options with { Timeout = TimeSpan.FromMilliseconds(200) }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                result.OnlyProblem(),
                Does.StartWith("the program hangs: it was silent for 0.2 s")
                    .And.Contain("last registered: urn:pulumi:dev::shop::random:index/randomPet:RandomPet::cat")
                    .And.Contain("without outputs yet: pulumi:pulumi:Stack 'shop-dev', idp:a:Part 'part'")
            );
            Assert.That(stopped, Is.True);
            Assert.That(result.ExitCode, Is.Null);
            Assert.That(result.Plan.Steps, Has.Length.EqualTo(4), "what was registered is shown");
        }
    }

    [Test]
    public async Task A_program_that_prints_does_not_hang()
    {
        var result = await FakeProgram.PreviewAsync(
            async program =>
            {
                await program.RegisterStackAsync();
                for (var i = 0; i < 6; i++)
                {
                    await Task.Delay(100);
                    program.Context.Print(new ProgramLine("building", IsError: false));
                }
            },
            options => options with { Timeout = TimeSpan.FromMilliseconds(400) }
        );

        Assert.That(result.Failed, Is.False);
    }

    [Test]
    public async Task A_chatty_program_is_cut_short()
    {
        var result = await FakeProgram.PreviewAsync(async program =>
        {
            await program.RegisterStackAsync();
            for (var i = 0; i < 5000; i++)
                program.Context.Print(new ProgramLine("again", IsError: false));
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Texts(Severity.Info).Count(), Is.EqualTo(1000));
            Assert.That(result.Texts(Severity.Warning).Single(), Does.Contain("more than 1000 lines"));
        }
    }

    [Test]
    public async Task The_caller_can_give_up()
    {
        using var giveUp = new CancellationTokenSource();
        var options = new Engine.Previewing.PreviewOptions
        {
            Project = "shop",
            Stack = "dev",
            RootDirectory = Path.GetTempPath(),
            Program = new FakeProgram(async program =>
            {
                await giveUp.CancelAsync();
                await Task.Delay(Timeout.Infinite, program.Stopped);
            }),
        };

        await Assert.ThrowsAsync<TaskCanceledException>(() => Engine.Previewing.Preview.RunAsync(options, giveUp.Token));
    }
}
