namespace Pulumi;

/// <summary>An output that is handed out first and said later, for two things that need each other.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
public sealed class DeferredOutput<T>
{
    // Whoever waits for the output is waited for by the deployment; the promise itself is not, or an unused one would never let it end.
    private readonly TaskCompletionSource<OutputData<T>> _promise = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Prepares an output that is not said yet.</summary>
    public DeferredOutput() => Output = new Output<T>(_promise.Task, tracked: false);

    /// <summary>The output. Waiting for it waits for <see cref="Resolve"/>.</summary>
    public Output<T> Output { get; }

    /// <summary>Says what <see cref="Output"/> is: value, resources, known and secret are those of <paramref name="output"/>.</summary>
    /// <param name="output">What it is.</param>
    /// <exception cref="InvalidOperationException">It was said before.</exception>
    public void Resolve(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Interlocked.Exchange(ref _resolved, 1) != 0)
            throw new InvalidOperationException("A DeferredOutput can be resolved once; it was resolved before.");
        Deployment.Track(FollowAsync(output));
    }

    private int _resolved;

    private async Task FollowAsync(Output<T> output)
    {
        try
        {
            _promise.SetResult(await output.DataAsync().ConfigureAwait(false));
        }
        catch (Exception e)
        {
            _promise.SetException(e);
        }
    }
}
