using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Serverless;

/// <summary>What <see cref="FailedEvents"/> needs.</summary>
internal sealed record FailedEventsArgs
{
    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>Whose events they are; the queue is <c>{prefix}-{role}-failed</c>.</summary>
    public required string Role { get; init; }

    /// <summary>The key of the events. Whoever sends needs it too, through SQS.</summary>
    public required Input<string> KeyArn { get; init; }

    /// <summary>How long they are kept. Default: 14 days, the most that SQS gives.</summary>
    public int RetentionDays { get; init; } = FailedEvents.LongestDays;

    /// <summary>What AWS refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (RetentionDays is < 1 or > FailedEvents.LongestDays)
            yield return new("retentionDays", RetentionDays, $"1 to {FailedEvents.LongestDays}", "SQS keeps messages no longer");
    }
}
