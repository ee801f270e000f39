using System.Collections.Immutable;
using Infra.Settings;
using Infra.Validation;

namespace Infra.Edge;

/// <summary>What a <see cref="LogBucket"/> needs.</summary>
internal sealed record LogBucketArgs
{
    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>What its logs are of; part of its name, for example <c>alb-logs</c>.</summary>
    public required string Role { get; init; }

    /// <summary>The service that writes, for example <c>logdelivery.elasticloadbalancing.amazonaws.com</c>.</summary>
    public required string Writer { get; init; }

    /// <summary>
    /// Pattern of the ARNs of the things whose logs may be written. A text: their outputs would be needed before they can be made, because
    /// they write to the bucket when they are.
    /// </summary>
    public required string SourceArn { get; init; }

    /// <summary>The folders in which may be written, each for one kind of log.</summary>
    public required ImmutableArray<string> Folders { get; init; }

    /// <summary>Days for which logs are kept. Default: 90.</summary>
    public int RetentionDays { get; init; } = 90;

    /// <summary>Default: true. Refuses deletion; an unprotected bucket is deleted with its logs.</summary>
    public bool Protect { get; init; } = true;

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (RetentionDays < 1)
            yield return new("retentionDays", RetentionDays, "1 or more", "logs that are not kept need no bucket");
        if (Folders.IsDefaultOrEmpty)
            yield return new("folders", "an empty list", "one or more folders", "without one nobody may write");
    }
}
