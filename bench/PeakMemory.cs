using System.Diagnostics;
using System.Globalization;

namespace Bench;

/// <summary>Reads from <c>/proc</c> how much memory a process and its children held at most. It polls, so it is kept out of timed runs.</summary>
internal static class PeakMemory
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>The sum of the peaks of all processes of the tree, in MiB, when the first has ended; 0 where there is no <c>/proc</c>.</summary>
    public static async Task<double> WatchAsync(Process process)
    {
        var peaks = new Dictionary<int, double>();
        while (!process.HasExited)
        {
            foreach (var id in Tree(process.Id))
                if (Peak(id) is { } peak)
                    peaks[id] = peak;
            await Task.Delay(Pause);
        }
        return peaks.Values.Sum();
    }

    private static IEnumerable<int> Tree(int root)
    {
        yield return root;
        foreach (var child in Children(root))
        foreach (var id in Tree(child))
            yield return id;
    }

    private static IEnumerable<int> Children(int id)
    {
        // Each thread lists the children that it started.
        var threads = $"/proc/{id}/task";
        if (!Directory.Exists(threads))
            return [];
        try
        {
            return
            [
                .. Directory
                    .GetDirectories(threads)
                    .SelectMany(thread =>
                        File.ReadAllText($"{thread}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    )
                    .Select(child => int.Parse(child, CultureInfo.InvariantCulture)),
            ];
        }
        catch (IOException)
        {
            return []; // the process or a thread of it ended while we looked
        }
    }

    private static double? Peak(int id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status")
                .FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null
                ? null
                : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return null; // it ended while we looked
        }
    }
}
