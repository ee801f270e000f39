using Pulumi;

namespace Infra.Serverless;

/// <summary>Where events go that a function was called with asynchronously and failed at for good.</summary>
/// <param name="QueueArn">A queue of SQS.</param>
internal sealed record FailureQueue(string QueueArn)
{
    /// <summary>How often a failed event is tried again, 0 to 2. Default: 2, as Lambda does itself.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>How old an event may be when it is tried. Default: an hour, after which nobody waits for it.</summary>
    public int MaxAgeSeconds { get; init; } = 3600;

    /// <summary>Whether the queue is encrypted with the function's own key, which the function then needs to send. Default: false.</summary>
    public bool Encrypted { get; init; }

    /// <summary>An output of the queue, where the same program makes it: Lambda takes no queue that is not there. Default: it is there.</summary>
    public Output<string>? Made { get; init; }
}
