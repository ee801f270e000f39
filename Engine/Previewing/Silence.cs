using Engine.Model;
using Engine.Monitor;
using Engine.Planning;

namespace Engine.Previewing;

/// <summary>Notices a program that hangs, and says what is known of where.</summary>
internal static class Silence
{
    private const int MostNamed = 5;

    /// <summary>Waits for the end of <paramref name="task"/>, or until the program has been silent for too long.</summary>
    /// <returns>Whether the task ended.</returns>
    public static async Task<bool> EndsAsync(Task task, Activity activity, TimeSpan limit)
    {
        while (!task.IsCompleted)
        {
            var left = limit - activity.Silence;
            if (left <= TimeSpan.Zero)
                return false;
            await Task.WhenAny(task, Task.Delay(left + TimeSpan.FromMilliseconds(1)));
        }
        return true;
    }

    public static Diagnostic Describe(RunContext run, TimeSpan limit)
    {
        var parts = new List<string> { $"the program hangs: it was silent for {limit.TotalSeconds:0.###} s and was stopped" };
        using (run.Graph.Gate.EnterScope())
        {
            var nodes = run.Graph.Nodes;
            parts.Add(nodes.Count == 0 ? "it had registered nothing" : $"last registered: {nodes[^1].Urn}");
            var open = nodes.Where(node => node.IsLocalComponent && !node.OutputsRegistered).Select(node => node.Urn).ToList();
            if (open.Count > 0)
                parts.Add($"without outputs yet: {Some(open)}");
        }
        if (run.Activity.Open is { Count: > 0 } calls)
            parts.Add($"calls not answered: {string.Join(", ", calls)}");
        parts.Add("look for an await that never ends, or allow it more time");
        return new Diagnostic(Severity.Error, string.Join("\n  ", parts));
    }

    private static string Some(List<string> urns) =>
        string.Join(", ", urns.Take(MostNamed).Select(urn => $"{Urns.Type(urn)} '{Urns.Name(urn)}'"))
        + (urns.Count > MostNamed ? $" and {urns.Count - MostNamed} more" : "");
}
