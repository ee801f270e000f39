namespace Pulumi;

/// <summary>Keeps count of the work that is under way, so that a deployment ends when the last of it has, and knows every failure once.</summary>
internal sealed class Runner
{
    private static readonly TimeSpan PatienceAfterFailure = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly HashSet<Exception> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly Action<Task> _onEnded;
    private List<Exception> _fresh = [];
    private TaskCompletionSource? _signal;
    private int _underWay;

    public Runner() => _onEnded = OnEnded;

    /// <summary>Whether something has failed; then nothing new is registered any more.</summary>
    public bool HasFailed { get; private set; }

    public void Track(Task task)
    {
        if (task.IsCompletedSuccessfully)
            return;
        lock (_gate)
            _underWay++;
        if (task.IsCompleted)
            OnEnded(task);
        else
            task.ContinueWith(
                _onEnded,
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default
            );
    }

    /// <summary>Throws when nothing may be registered any more because the deployment has failed.</summary>
    public void ThrowIfFailed()
    {
        if (HasFailed)
            throw new StoppedException();
    }

    /// <summary>Waits until all work has ended, and tells each failure when it happens.</summary>
    /// <param name="onFailure">Told each failure once.</param>
    public async Task WaitAsync(Func<Exception, Task> onFailure)
    {
        while (true)
        {
            Task waiting;
            List<Exception> fresh;
            lock (_gate)
            {
                (fresh, _fresh) = (_fresh, []);
                if (fresh.Count == 0 && _underWay == 0)
                    return;
                _signal = new(TaskCreationOptions.RunContinuationsAsynchronously);
                waiting = fresh.Count > 0 ? Task.CompletedTask : _signal.Task;
            }
            foreach (var failure in fresh)
                await onFailure(failure).ConfigureAwait(false);
            if (!await EndsInTimeAsync(waiting).ConfigureAwait(false))
                return;
        }
    }

    /// <summary>After a failure, work that never ends (an answer of the engine that never comes) does not keep the program alive.</summary>
    private async Task<bool> EndsInTimeAsync(Task waiting)
    {
        if (!HasFailed)
        {
            await waiting.ConfigureAwait(false);
            return true;
        }
        try
        {
            await waiting.WaitAsync(PatienceAfterFailure).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private void OnEnded(Task task)
    {
        var failures =
            task.IsFaulted ? task.Exception!.InnerExceptions
            : task.IsCanceled ? [Cancellation(task)]
            : (IReadOnlyList<Exception>)[];
        lock (_gate)
        {
            _underWay--;
            foreach (var failure in failures)
            {
                if (failure is StoppedException || !_seen.Add(failure))
                    continue;
                _fresh.Add(failure);
                HasFailed = true;
            }
            if (_underWay == 0 || _fresh.Count > 0)
                _signal?.TrySetResult();
        }
    }

    private static Exception Cancellation(Task task)
    {
        try
        {
            task.GetAwaiter().GetResult();
            return new StoppedException();
        }
        catch (OperationCanceledException e)
        {
            return e;
        }
    }

    /// <summary>Ends work that has become pointless because the deployment has failed; no failure of its own.</summary>
    internal sealed class StoppedException() : Exception("The deployment has failed; nothing more is registered.");
}
