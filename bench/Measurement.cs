using System.Diagnostics;

namespace Bench;

/// <summary>What a command costs.</summary>
/// <param name="Milliseconds">Median wall time of the whole process, started warm.</param>
/// <param name="Fastest">The fastest of the runs, in milliseconds.</param>
/// <param name="MebiBytes">Largest resident memory, its child processes included.</param>
internal sealed record Measurement(double Milliseconds, double Fastest, double MebiBytes)
{
    /// <summary>Runs a command once to warm the disk cache, some times for the time, and once more, watched, for the memory.</summary>
    public static async Task<Measurement> TakeAsync(Func<ProcessStartInfo> command, int runs)
    {
        await RunAsync(command(), watch: false);
        var times = new List<double>();
        for (var run = 0; run < runs; run++)
            times.Add((await RunAsync(command(), watch: false)).Milliseconds);
        times.Sort();
        var (_, memory) = await RunAsync(command(), watch: true);
        return new Measurement(times[times.Count / 2], times[0], memory);
    }

    /// <summary>
    /// The fastest run of each command, in milliseconds. They run in turn, so that what else the machine does hits all of them, and the fastest is what that disturbs
    /// least.
    /// </summary>
    public static async Task<double[]> FastestAsync(IReadOnlyList<Func<ProcessStartInfo>> commands, int runs)
    {
        var fastest = Enumerable.Repeat(double.MaxValue, commands.Count).ToArray();
        // The first round warms the disk cache.
        for (var run = 0; run <= runs; run++)
        for (var index = 0; index < commands.Count; index++)
        {
            var (time, _) = await RunAsync(commands[index](), watch: false);
            if (run > 0)
                fastest[index] = Math.Min(fastest[index], time);
        }
        return fastest;
    }

    private static async Task<(double Milliseconds, double MebiBytes)> RunAsync(ProcessStartInfo start, bool watch)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var memory = watch ? PeakMemory.WatchAsync(process) : Task.FromResult(0.0);
        await process.WaitForExitAsync();
        var time = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        if (process.ExitCode != 0)
            throw new InvalidOperationException(
                $"{start.FileName} {string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}:\n{await output}{await errors}"
            );
        return (time, await memory);
    }
}
