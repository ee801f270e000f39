using System.Text.Json;
using Automation.Tests.StandIns;
using Automation.Tests.Workspaces;
using Pulumi.Automation.Commands.Exceptions;
using Pulumi.Automation.Events;

namespace Automation.Tests.Events;

/// <summary>The event log as a file that grows.</summary>
public sealed class EventLogTests
{
    [Test]
    public async Task Ten_thousand_events_arrive_in_their_order()
    {
        var events = await EventPlayback.PlayAsync([.. Enumerable.Range(0, 10_000).Select(Line)]);

        Assert.That(events.Select(happened => happened.Sequence), Is.EqualTo(Enumerable.Range(0, 10_000)));
    }

    [Test]
    public async Task A_line_that_comes_in_pieces_waits_for_its_end()
    {
        var text = """{"sequence":1,"timestamp":0,"diagnosticEvent":{"message":"größer 🙂","severity":"info","color":"never"}}""";

        var events = await EventPlayback.PlayAsync(
            [Line(0) + text[..30], text[30..85], text[85..] + "\n" + Line(2)],
            pauseMilliseconds: 150
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(events.Select(happened => happened.Sequence), Is.EqualTo(new[] { 0, 1, 2 }));
            Assert.That(events[1].DiagnosticEvent!.Message, Is.EqualTo("größer 🙂"));
        }
    }

    [Test]
    public async Task A_log_that_is_read_many_times_is_read_on_from_where_it_was_left()
    {
        var parts = Enumerable.Range(0, 4).Select(part => string.Concat(Enumerable.Range(part * 2000, 2000).Select(Line)));

        var events = await EventPlayback.PlayAsync([.. parts], pauseMilliseconds: 200);

        Assert.That(events.Select(happened => happened.Sequence), Is.EqualTo(Enumerable.Range(0, 8000)));
    }

    [Test]
    public async Task Events_arrive_while_the_CLI_runs()
    {
        using var run = await Recorded.StackAsync();
        run.Cli.Answer(
            "up",
            new StandInAnswer
            {
                Events = [Line(0), Line(1)],
                PauseMilliseconds = 1500,
                Out = "done",
            }
        );
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var running = run.Stack.UpAsync(new() { OnEvent = _ => first.TrySetResult() });
        await first.Task.WaitAsync(TimeSpan.FromSeconds(30));
        var wasRunning = !running.IsCompleted;
        await running;

        Assert.That(wasRunning, Is.True);
    }

    [Test]
    public async Task A_last_line_without_an_end_is_an_event_all_the_same()
    {
        var events = await EventPlayback.PlayAsync([Line(0), Line(1).TrimEnd()]);

        Assert.That(events.Select(happened => happened.Sequence), Is.EqualTo(new[] { 0, 1 }));
    }

    [Test]
    public async Task Empty_lines_are_nothing_and_no_log_at_all_is_no_failure()
    {
        Assert.That(await EventPlayback.PlayAsync(["\n \r\n", Line(0)]), Has.Exactly(1).Items);
        Assert.That(await EventPlayback.PlayAsync([]), Is.Empty);
    }

    [TestCase("""{"sequence":1,"timest""", "no JSON from byte 21 on")]
    [TestCase("""{"sequence":"one"}""", "sequence: got a text, want a whole number")]
    [TestCase("[]", "got a list, want an object")]
    [TestCase("""{"resourcePreEvent":{}}""", "got no metadata, want it")]
    public async Task A_broken_line_is_an_error_that_names_it_once_the_run_went_well(string line, string why)
    {
        using var run = await Recorded.StackAsync();
        run.Cli.Answer("up", new StandInAnswer { Events = [Line(0), line + "\n", Line(2)] });
        List<int> seen = [];

        var error = await Assert.CatchAsync<JsonException>(() =>
            run.Stack.UpAsync(new() { OnEvent = happened => seen.Add(happened.Sequence) })
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                error!.Message,
                Does.Match(@"eventlog\.txt, line 2: got '.*…', want an event of the engine; ").And.EndsWith(why)
            );
            Assert.That(seen, Is.EqualTo(new[] { 0 }));
        }
    }

    [Test]
    public async Task A_failure_of_the_CLI_matters_more_than_a_log_that_was_cut_off_by_it()
    {
        using var run = await Recorded.StackAsync();
        run.Cli.Answer(
            "up",
            new StandInAnswer
            {
                ExitCode = 1,
                Error = "error: boom",
                Events = [Line(0), """{"sequ"""],
            }
        );
        List<int> seen = [];

        var failure = await Assert.CatchAsync<CommandException>(() =>
            run.Stack.UpAsync(new() { OnEvent = happened => seen.Add(happened.Sequence) })
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure!.Message, Does.Contain("error: boom"));
            Assert.That(seen, Is.EqualTo(new[] { 0 }));
        }
    }

    [Test]
    public async Task A_broken_line_is_nobodys_business_when_nobody_listens()
    {
        using var run = await Recorded.StackAsync();
        run.Cli.Answer("up", new StandInAnswer { Events = ["no JSON\n"] });

        await run.Stack.UpAsync();

        Assert.That(run.Line, Does.Not.Contain("--event-log"));
    }

    [Test]
    public async Task A_listener_that_fails_does_not_break_the_deployment_off_and_is_heard_at_the_end()
    {
        using var run = await Recorded.StackAsync();
        run.Cli.Answer("up", new StandInAnswer { Events = [Line(0), Line(1)], Out = "done" });
        List<string> output = [];
        var calls = 0;

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            run.Stack.UpAsync(
                new()
                {
                    OnStandardOutput = output.Add,
                    OnEvent = _ =>
                    {
                        calls++;
                        throw new InvalidOperationException("full");
                    },
                }
            )
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure!.Message, Is.EqualTo("full"));
            Assert.That(output, Is.EqualTo(new[] { "done" }));
            Assert.That(calls, Is.EqualTo(1));
        }
    }

    [Test]
    public async Task The_file_is_gone_afterwards()
    {
        using var run = await Recorded.StackAsync();
        run.Cli.Answer("up", new StandInAnswer { Events = [Line(0)] });

        await run.Stack.UpAsync(new() { OnEvent = _ => { } });

        var arguments = run.Cli.Calls.Single(call => call.Arguments[0] == "up").Arguments;
        var log = arguments[arguments.ToList().IndexOf("--event-log") + 1];
        Assert.That(Directory.Exists(Path.GetDirectoryName(log)), Is.False);
    }

    private static string Line(int sequence) => $$$"""{"sequence":{{{sequence}}},"timestamp":0,"cancelEvent":{}}""" + "\n";
}
