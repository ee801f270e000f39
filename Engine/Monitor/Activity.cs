using System.Diagnostics;

namespace Engine.Monitor;

/// <summary>When the program last gave a sign of life, and which of its calls are not answered yet.</summary>
internal sealed class Activity
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);
    private long _last = Stopwatch.GetTimestamp();

    /// <summary>How long the program has been silent.</summary>
    public TimeSpan Silence => Stopwatch.GetElapsedTime(Volatile.Read(ref _last));

    /// <summary>The calls that are not answered yet, by name.</summary>
    public IReadOnlyList<string> Open
    {
        get
        {
            lock (_lock)
                return [.. _open.Where(call => call.Value > 0).Select(call => call.Key).Order(StringComparer.Ordinal)];
        }
    }

    public void Touch() => Volatile.Write(ref _last, Stopwatch.GetTimestamp());

    public void Begin(string call)
    {
        Touch();
        lock (_lock)
            _open[call] = _open.GetValueOrDefault(call) + 1;
    }

    public void End(string call)
    {
        lock (_lock)
            _open[call]--;
    }
}
