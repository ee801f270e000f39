using Infra.Validation;
using Pulumi.Aws.S3.Inputs;

namespace Infra.Storage;

/// <summary>What becomes of things in a bucket with time.</summary>
internal static class BucketLifecycle
{
    /// <summary>S3 watches what is read and moves the rest to cheaper disks.</summary>
    public const string IntelligentTiering = "INTELLIGENT_TIERING";

    /// <summary>Cheaper to keep, dearer to read.</summary>
    public const string InfrequentAccess = "STANDARD_IA";

    // S3 moves nothing there earlier.
    private const int InfrequentAccessDays = 30;

    // Parts of uploads that nobody finishes cost like whole objects.
    private const int UploadDays = 7;

    /// <summary>The rules.</summary>
    public static BucketLifecycleConfigurationRuleArgs[] Rules(PrivateBucketArgs args)
    {
        var main = new BucketLifecycleConfigurationRuleArgs
        {
            Id = args.RetentionDays is null ? "versions" : "expire",
            Status = "Enabled",
            Filter = Everything(),
            NoncurrentVersionExpiration = new BucketLifecycleConfigurationRuleNoncurrentVersionExpirationArgs
            {
                NoncurrentDays = args.RescueDays,
            },
            AbortIncompleteMultipartUpload = new BucketLifecycleConfigurationRuleAbortIncompleteMultipartUploadArgs
            {
                DaysAfterInitiation = UploadDays,
            },
        };
        if (args.RetentionDays is { } days)
            main.Expiration = new BucketLifecycleConfigurationRuleExpirationArgs { Days = days };
        if (args.TransitionDays is { } after)
            main.Transitions = new BucketLifecycleConfigurationRuleTransitionArgs
            {
                Days = after,
                StorageClass = args.TransitionClass,
            };
        return
        [
            main,
            // What expires or is deleted in a versioned bucket leaves a marker behind; S3 takes this in a rule of its own only.
            new()
            {
                Id = "markers",
                Status = "Enabled",
                Filter = Everything(),
                Expiration = new BucketLifecycleConfigurationRuleExpirationArgs { ExpiredObjectDeleteMarker = true },
            },
        ];
    }

    /// <summary>What is wrong with a transition.</summary>
    public static IEnumerable<Problem> Problems(int? retentionDays, int? transitionDays, string transitionClass)
    {
        if (transitionClass is not (IntelligentTiering or InfrequentAccess))
            yield return new(
                "transitionClass",
                transitionClass,
                $"{IntelligentTiering} or {InfrequentAccess}",
                "the others are archives, from which nothing is read at once"
            );
        if (transitionDays is not { } days)
            yield break;
        var earliest = transitionClass == InfrequentAccess ? InfrequentAccessDays : 0;
        if (days < earliest)
            yield return new("transitionDays", days, $"{earliest} or more", $"S3 moves nothing to {transitionClass} earlier");
        if (days >= retentionDays)
            yield return new(
                "transitionDays",
                days,
                $"less than {retentionDays} (retentionDays)",
                "what is gone cannot be moved"
            );
    }

    private static BucketLifecycleConfigurationRuleFilterArgs Everything() => new() { Prefix = "" };
}
