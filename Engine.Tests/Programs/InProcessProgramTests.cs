using System.Collections.Concurrent;
using Engine.Programs;

namespace Engine.Tests.Programs;

[NonParallelizable]
public sealed class InProcessProgramTests
{
    private readonly ConcurrentQueue<ProgramLine> _lines = new();

    [SetUp]
    public void Forget() => _lines.Clear();

    [Test]
    public async Task It_sees_its_surroundings_and_gives_them_back()
    {
        Environment.SetEnvironmentVariable("PULUMI_CONFIG", "outer");
        var (directory, console) = (Environment.CurrentDirectory, Console.Out);
        string?[] seen = [];

        var exit = await RunAsync(() =>
        {
            seen = [Environment.GetEnvironmentVariable("PULUMI_STACK"), Environment.GetEnvironmentVariable("PULUMI_CONFIG")];
            Console.WriteLine($"in {Environment.CurrentDirectory}");
            Console.Error.Write("no line end");
            return Task.FromResult(0);
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exit, Is.EqualTo(new ProgramExit(0)));
            Assert.That(seen, Is.EqualTo(new[] { "dev", null }));
            Assert.That(
                _lines,
                Is.EqualTo(new[] { new ProgramLine($"in {Root}", IsError: false), new ProgramLine("no line end", IsError: true) })
            );
            Assert.That(Environment.GetEnvironmentVariable("PULUMI_STACK"), Is.Null);
            Assert.That(Environment.GetEnvironmentVariable("PULUMI_CONFIG"), Is.EqualTo("outer"));
            Assert.That(Environment.CurrentDirectory, Is.EqualTo(directory));
            Assert.That(Console.Out, Is.SameAs(console));
        }
        Environment.SetEnvironmentVariable("PULUMI_CONFIG", null);
    }

    [Test]
    public async Task A_code_set_for_the_process_counts_when_the_program_drops_it_and_is_taken_back()
    {
        var exit = await RunAsync(() =>
        {
            Environment.ExitCode = 32;
            return Task.FromResult(0);
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exit.Code, Is.EqualTo(32));
            Assert.That(Environment.ExitCode, Is.Zero);
        }
    }

    [Test]
    public async Task An_exception_is_a_crash_with_its_message()
    {
        var exit = await RunAsync(() => throw new InvalidOperationException("the size is odd"));

        Assert.That(exit, Is.EqualTo(new ProgramExit(134, "InvalidOperationException: the size is odd")));
    }

    [Test]
    public async Task Programs_run_one_at_a_time()
    {
        var (running, most) = (0, 0);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunAsync(MainAsync)));

        Assert.That(most, Is.EqualTo(1));

        async Task<int> MainAsync()
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await Task.Delay(20);
            Interlocked.Decrement(ref running);
            return 0;
        }
    }

    [Test]
    public async Task A_program_that_does_not_end_can_be_left()
    {
        using var stop = new CancellationTokenSource(50);

        await Assert.ThrowsAsync<TaskCanceledException>(() =>
            new InProcessProgram(() => Task.Delay(Timeout.Infinite).ContinueWith(_ => 0, TaskScheduler.Default)).RunAsync(
                Context(),
                stop.Token
            )
        );

        Assert.That((await RunAsync(() => Task.FromResult(0))).Code, Is.Zero, "the next one can run");
    }

    [Test]
    public async Task An_assembly_runs_by_its_entry_point()
    {
        // The test host's own assembly is a program: asked for its help it ends by itself.
        var missing = Assert.Throws<InputException>(() => InProcessProgram.FromAssembly("/nowhere/Shop.dll"));
        var library = await Run(InProcessProgram.FromAssembly(typeof(InProcessProgram).Assembly.Location));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(missing!.Message, Does.Contain("/nowhere/Shop.dll: got nothing").And.Contain("build the program first"));
            Assert.That(library.Crash, Does.Contain("got a library, want a program"));
        }
    }

    private static string Root => Path.TrimEndingDirectorySeparator(Path.GetTempPath());

    private Task<ProgramExit> RunAsync(Func<Task<int>> main) => Run(new InProcessProgram(main));

    private Task<ProgramExit> Run(InProcessProgram program) => program.RunAsync(Context(), CancellationToken.None);

    private ProgramContext Context() =>
        new()
        {
            Environment = new Dictionary<string, string?> { ["PULUMI_STACK"] = "dev", ["PULUMI_CONFIG"] = null },
            WorkingDirectory = Root,
            Print = _lines.Enqueue,
        };
}
