using System.Collections.Concurrent;
using System.Diagnostics;
using Engine.Programs;

namespace Engine.Tests.Programs;

[Platform(Exclude = "Win", Reason = "The programs are shell scripts")]
public sealed class ProcessProgramTests
{
    private readonly ConcurrentQueue<ProgramLine> _lines = new();

    [SetUp]
    public void Forget() => _lines.Clear();

    [Test]
    public async Task It_runs_with_its_variables_in_its_directory_and_its_lines_are_told_apart()
    {
        var exit = await RunAsync("echo \"$PULUMI_STACK $EXTRA ${PULUMI_CONFIG-unset}\"; pwd; echo bad >&2; exit 4");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exit, Is.EqualTo(new ProgramExit(4)));
            Assert.That(_lines.Where(line => !line.IsError).Select(line => line.Text).First(), Is.EqualTo("dev more unset"));
            Assert.That(
                _lines.Where(line => !line.IsError).Select(line => line.Text).Last(),
                Does.EndWith(Path.GetFileName(Directory))
            );
            Assert.That(_lines.Single(line => line.IsError).Text, Is.EqualTo("bad"));
        }
    }

    [Test]
    public async Task Arguments_can_hold_the_values_of_variables()
    {
        await RunAsync("echo \"$0\"", "--monitor={PULUMI_MONITOR}");

        Assert.That(_lines.Single().Text, Is.EqualTo("--monitor=127.0.0.1:1"));
    }

    [Test]
    public async Task A_last_line_without_end_is_kept_and_a_long_one_is_cut()
    {
        await RunAsync("head -c 20000 /dev/zero | tr '\\0' 'x'; echo; printf last");

        var texts = _lines.Select(line => line.Text).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(texts[0], Has.Length.EqualTo(8193).And.EndsWith("x…"));
            Assert.That(texts[1], Is.EqualTo("last"));
        }
    }

    [Test]
    public async Task It_is_killed_with_its_children_when_it_is_stopped()
    {
        using var stop = new CancellationTokenSource();
        var running = RunAsync("sleep 600 & echo $!; wait", stop: stop.Token);
        while (_lines.IsEmpty)
            await Task.Delay(10);
        var child = int.Parse(_lines.Single().Text, System.Globalization.CultureInfo.InvariantCulture);

        await stop.CancelAsync();
        await Assert.ThrowsAsync<TaskCanceledException>(() => running);

        for (var i = 0; i < 200 && IsAlive(child); i++)
            await Task.Delay(10);
        Assert.That(IsAlive(child), Is.False);
    }

    [Test]
    public async Task A_child_that_outlives_it_does_not_hold_it_up()
    {
        var started = Stopwatch.GetTimestamp();

        var exit = await RunAsync("sleep 20 & exit 0");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exit.Code, Is.Zero);
            Assert.That(Stopwatch.GetElapsedTime(started), Is.LessThan(TimeSpan.FromSeconds(15)));
        }
    }

    [Test]
    public async Task A_command_that_is_not_there_is_a_problem_that_names_it()
    {
        var program = new ProcessProgram { Command = "no-such-command-here" };

        var error = await Assert.ThrowsAsync<InputException>(() => program.RunAsync(Context(), CancellationToken.None));

        Assert.That(
            error!.Problems.Single(),
            Does.StartWith("no-such-command-here: got").And.Contain("is it installed and in PATH?")
        );
    }

    private static string Directory => TestContext.CurrentContext.TestDirectory;

    private Task<ProgramExit> RunAsync(string script, string argument = "sh", CancellationToken stop = default) =>
        new ProcessProgram
        {
            Command = "/bin/sh",
            Arguments = ["-c", script, argument],
            Environment = new Dictionary<string, string> { ["EXTRA"] = "more", ["PULUMI_CONFIG"] = "stale" },
        }.RunAsync(Context(), stop);

    private ProgramContext Context() =>
        new()
        {
            Environment = new Dictionary<string, string?>
            {
                ["PULUMI_STACK"] = "dev",
                ["PULUMI_MONITOR"] = "127.0.0.1:1",
                ["PULUMI_CONFIG"] = null,
            },
            WorkingDirectory = Directory,
            Print = _lines.Enqueue,
        };

    private static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited && !File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is ArgumentException or IOException)
        {
            return false;
        }
    }
}
