using System.Collections.Immutable;
using Infra.Policies;
using Infra.Settings;
using Infra.Validation;

namespace Infra.Storage;

/// <summary>What a <see cref="PrivateBucket"/> needs.</summary>
internal sealed record PrivateBucketArgs
{
    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>What is in it; part of its name, for example <c>alb-logs</c>.</summary>
    public required string Role { get; init; }

    /// <summary>What services of AWS may do in it. Default: nothing; identities of the account do what their own policies allow.</summary>
    public ImmutableArray<Statement> Statements { get; init; } = [];

    /// <summary>Days for which things are kept. Default: 90.</summary>
    public int RetentionDays { get; init; } = 90;

    /// <summary>Days in which what was overwritten or deleted can be fetched back. Default: a week.</summary>
    public int RescueDays { get; init; } = 7;

    /// <summary>Default: true. Refuses deletion; an unprotected bucket is deleted with what is in it.</summary>
    public bool Protect { get; init; } = true;

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (RetentionDays < 1)
            yield return new("retentionDays", RetentionDays, "1 or more", "what is not kept needs no bucket");
        if (RescueDays < 1)
            yield return new("rescueDays", RescueDays, "1 or more", "S3 counts whole days");
    }
}
