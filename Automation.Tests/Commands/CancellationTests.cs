using System.Diagnostics;
using Automation.Tests.StandIns;
using Automation.Tests.Workspaces;
using Pulumi.Automation.Commands;
using Pulumi.Automation.Events;

namespace Automation.Tests.Commands;

[Platform(Exclude = "Win", Reason = "Windows has no SIGINT: there the CLI is killed.")]
public sealed class CancellationTests
{
    private static readonly string[] Event = [Recorded.Summary];

    [Test]
    public async Task An_interrupted_deployment_ends_by_itself_and_its_last_events_arrive()
    {
        using var run = await Recorded.StackAsync();
        run.Cli.Answer("up", new StandInAnswer { Hangs = true, Events = Event });
        using var cancel = new CancellationTokenSource();
        List<EngineEvent> events = [];
        List<string> errors = [];

        var running = run.Stack.UpAsync(
            new()
            {
                OnEvent = happened =>
                {
                    events.Add(happened);
                    cancel.CancelAfter(TimeSpan.FromMilliseconds(50)); // it runs, and listens to signals
                },
                OnStandardError = errors.Add,
            },
            cancel.Token
        );

        using (Assert.EnterMultipleScope())
        {
            await Assert.CatchAsync<OperationCanceledException>(() => running);
            Assert.That(events[^1].CancelEvent, Is.Not.Null, "written after the interruption");
            Assert.That(errors, Is.EqualTo(new[] { "error: update canceled" }), "killed, it could not have said so");
        }
    }

    [Test]
    public async Task A_deployment_that_does_not_end_in_time_is_killed()
    {
        using var cli = new StandInCli().Answer(
            "up",
            new StandInAnswer
            {
                Hangs = true,
                IgnoresSignals = true,
                Events = Event,
            }
        );
        using var cancel = new CancellationTokenSource();
        var command = await CommandAsync(cli, TimeSpan.FromMilliseconds(500));
        var watch = new Stopwatch();

        var running = command.RunAsync(
            ["up"],
            cli.Folder,
            cli.Environment,
            onEngineEvent: _ =>
            {
                watch.Start();
                cancel.Cancel();
            },
            cancellationToken: cancel.Token
        );

        using (Assert.EnterMultipleScope())
        {
            await Assert.CatchAsync<OperationCanceledException>(() => running);
            Assert.That(watch.Elapsed, Is.GreaterThan(TimeSpan.FromMilliseconds(450)).And.LessThan(TimeSpan.FromSeconds(20)));
        }
    }

    [Test]
    public async Task What_is_cancelled_before_it_begins_is_not_started()
    {
        using var run = await Recorded.StackAsync();
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Assert.CatchAsync<OperationCanceledException>(() => run.Stack.UpAsync(cancellationToken: cancel.Token));
        Assert.That(run.Lines, Is.Empty);
    }

    [Test]
    public async Task What_was_done_before_the_interruption_arrived_is_done()
    {
        using var cli = new StandInCli().Answer(
            "up",
            new StandInAnswer
            {
                Out = "done",
                Events = [Recorded.Summary, Recorded.Summary],
                PauseMilliseconds = 300,
                IgnoresSignals = true,
            }
        );
        using var cancel = new CancellationTokenSource();
        var command = await CommandAsync(cli, TimeSpan.FromMinutes(1));

        var result = await command.RunAsync(
            ["up"],
            cli.Folder,
            cli.Environment,
            onEngineEvent: _ => cancel.Cancel(),
            cancellationToken: cancel.Token
        );

        Assert.That(result.StandardOutput, Is.EqualTo("done"));
    }

    private static async Task<LocalPulumiCommand> CommandAsync(StandInCli cli, TimeSpan grace)
    {
        var command = await LocalPulumiCommand.CreateAsync(null, cli.Environment, default);
        command.Grace = grace;
        return command;
    }
}
