using Protocol.Wire;

namespace Protocol.Client;

/// <summary>The caller's token and the time it allows, as one token.</summary>
internal readonly struct Deadline : IDisposable
{
    private readonly CancellationTokenSource? _timer;
    private readonly CancellationToken _caller;

    public Deadline(TimeSpan? time, CancellationToken caller)
    {
        _caller = caller;
        if (time is not { } limit)
            return;
        _timer = CancellationTokenSource.CreateLinkedTokenSource(caller);
        _timer.CancelAfter(limit < TimeoutText.LongestTimer ? limit : Timeout.InfiniteTimeSpan);
    }

    public CancellationToken Token => _timer?.Token ?? _caller;

    /// <summary>Whether the time ran out, rather than the caller giving up.</summary>
    public bool Passed => _timer is { IsCancellationRequested: true } && !_caller.IsCancellationRequested;

    public void Dispose() => _timer?.Dispose();
}
