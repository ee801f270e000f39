namespace Pulumi;

/// <summary>Counts work that is under way, for those who want to wait until there is none.</summary>
internal sealed class PendingWork
{
    private readonly Lock _gate = new();
    private int _count;
    private TaskCompletionSource? _none;

    public Ending Begin()
    {
        lock (_gate)
            _count++;
        return new(this);
    }

    public Task WaitAsync()
    {
        lock (_gate)
            return _count == 0 ? Task.CompletedTask : (_none ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
    }

    private void End()
    {
        lock (_gate)
        {
            if (--_count > 0)
                return;
            _none?.SetResult();
            _none = null;
        }
    }

    /// <summary>Ends the work when disposed.</summary>
    internal readonly struct Ending(PendingWork work) : IDisposable
    {
        public void Dispose() => work.End();
    }
}
