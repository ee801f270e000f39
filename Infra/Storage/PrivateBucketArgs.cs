using System.Collections.Immutable;
using Infra.Policies;
using Infra.Settings;
using Infra.Validation;
using Pulumi;

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

    /// <summary>
    /// The one distribution of CloudFront that may read, by its ARN. Default: none. It reads what S3 encrypts itself; a key of KMS it could
    /// not use.
    /// </summary>
    public Input<string>? ReadByDistributionArn { get; init; }

    /// <summary>
    /// The key that encrypts what is in it. Default: S3's own, which load balancers, AWS Config and CloudFront need; a trail brings its key.
    /// </summary>
    public Input<string>? KeyArn { get; init; }

    /// <summary>Which sites may use it from a browser. Default: none.</summary>
    public BucketCors? Cors { get; init; }

    /// <summary>Days for which things are kept, or nothing for ever. Default: 90.</summary>
    public int? RetentionDays { get; init; } = 90;

    /// <summary>Days after which things move to <see cref="TransitionClass"/>. Default: none, they stay where they are.</summary>
    public int? TransitionDays { get; init; }

    /// <summary>Where they move. Default: INTELLIGENT_TIERING, which costs nothing to read; STANDARD_IA does.</summary>
    public string TransitionClass { get; init; } = BucketLifecycle.IntelligentTiering;

    /// <summary>Days in which what was overwritten or deleted can be fetched back. Default: a week.</summary>
    public int RescueDays { get; init; } = 7;

    /// <summary>Default: true. Refuses deletion; an unprotected bucket is deleted with what is in it.</summary>
    public bool Protect { get; init; } = true;

    /// <summary>Default: false. Whether AWS keeps the bucket when the stack no longer has it.</summary>
    public bool Retain { get; init; }

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (RetentionDays < 1)
            yield return new("retentionDays", RetentionDays, "1 or more", "what is not kept needs no bucket");
        if (RescueDays < 1)
            yield return new("rescueDays", RescueDays, "1 or more", "S3 counts whole days");
        foreach (var problem in BucketLifecycle.Problems(RetentionDays, TransitionDays, TransitionClass))
            yield return problem;
        foreach (var problem in Cors?.Validate() ?? [])
            yield return problem.Under("cors");
        if (KeyArn is not null && ReadByDistributionArn is not null)
            yield return new(
                "keyArn",
                "a key",
                "none while a distribution reads",
                "CloudFront may not use the system's key; S3 encrypts with its own"
            );
    }
}
