namespace Infra.Serverless;

/// <summary>How a function is called by those who do not wait for its answer, and where events go that it failed at for good.</summary>
internal sealed record AsynchronousCalls
{
    /// <summary>How often a failed event is tried again, 0 to 2. Default: 2.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>How old an event may be when it is tried. Default: an hour.</summary>
    public int MaxAgeSeconds { get; init; } = 3600;

    /// <summary>How long a lost event is kept for people to look at. Default: 14 days, the most that SQS gives.</summary>
    public int RetentionDays { get; init; } = FailedEvents.LongestDays;
}
