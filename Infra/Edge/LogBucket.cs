using Infra.Validation;
using Pulumi;
using Pulumi.Aws.S3;
using Pulumi.Aws.S3.Inputs;

namespace Infra.Edge;

/// <summary>A private, versioned bucket into which one service of AWS writes its logs, and which forgets them after a while.</summary>
internal sealed class LogBucket : ComponentResource
{
    // An overwritten log, or what was deleted by hand, can be fetched back for a week.
    private const int RescueDays = 7;

    /// <summary>The name of the bucket, as an output that waits for the policy: a writer checks at once whether it may write.</summary>
    [Output("name")]
    public Output<string> Name { get; }

    /// <summary>Makes the bucket.</summary>
    public LogBucket(string name, LogBucketArgs args, ComponentResourceOptions? options = null)
        : base("idp:edge:LogBucket", name, options)
    {
        args.Validate().ThrowIfAny(this);
        var label = args.Context.Label;
        var child = new CustomResourceOptions { Parent = this };
        var bucketName = label.Bucket(args.Role, args.Context.AccountId);

        var bucket = new Bucket(
            $"{name}-{args.Role}",
            new()
            {
                BucketName = bucketName,
                ForceDestroy = !args.Protect,
                Tags = label.NameTag(args.Role),
            },
            new() { Parent = this, Protect = args.Protect }
        );
        var closed = new BucketPublicAccessBlock(
            $"{name}-{args.Role}-private",
            new()
            {
                Bucket = bucket.BucketName,
                BlockPublicAcls = true,
                BlockPublicPolicy = true,
                IgnorePublicAcls = true,
                RestrictPublicBuckets = true,
            },
            child
        );
        _ = new BucketOwnershipControls(
            $"{name}-{args.Role}-owner",
            new()
            {
                Bucket = bucket.BucketName,
                Rule = new BucketOwnershipControlsRuleArgs { ObjectOwnership = "BucketOwnerEnforced" },
            },
            child
        );
        _ = new BucketServerSideEncryptionConfiguration(
            $"{name}-{args.Role}-encryption",
            new()
            {
                Bucket = bucket.BucketName,
                // Load balancers write to no bucket that is encrypted with a KMS key.
                Rules = new BucketServerSideEncryptionConfigurationRuleArgs
                {
                    ApplyServerSideEncryptionByDefault =
                        new BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs
                        {
                            SseAlgorithm = "AES256",
                        },
                },
            },
            child
        );
        var versions = new BucketVersioning(
            $"{name}-{args.Role}-versions",
            new()
            {
                Bucket = bucket.BucketName,
                VersioningConfiguration = new BucketVersioningVersioningConfigurationArgs { Status = "Enabled" },
            },
            child
        );
        _ = new BucketLifecycleConfiguration(
            $"{name}-{args.Role}-lifecycle",
            new() { Bucket = bucket.BucketName, Rules = Lifecycle(args.RetentionDays) },
            new() { Parent = this, DependsOn = { versions } } // rules about old versions need versions
        );
        var policy = new BucketPolicy(
            $"{name}-{args.Role}-policy",
            new() { Bucket = bucket.BucketName, Policy = LogBucketPolicy.For(args, bucketName) },
            new() { Parent = this, DependsOn = { closed } } // S3 answers one change of a bucket's access at a time
        );

        Name = policy.Bucket;
        RegisterOutputs(new Dictionary<string, object?> { ["name"] = Name });
    }

    private static BucketLifecycleConfigurationRuleArgs[] Lifecycle(int days) =>
        [
            new()
            {
                Id = "expire",
                Status = "Enabled",
                Filter = Everything(),
                Expiration = new BucketLifecycleConfigurationRuleExpirationArgs { Days = days },
                NoncurrentVersionExpiration = new BucketLifecycleConfigurationRuleNoncurrentVersionExpirationArgs
                {
                    NoncurrentDays = RescueDays,
                },
                AbortIncompleteMultipartUpload = new BucketLifecycleConfigurationRuleAbortIncompleteMultipartUploadArgs
                {
                    DaysAfterInitiation = RescueDays,
                },
            },
            // What expires in a versioned bucket leaves a marker behind; S3 takes this in a rule of its own only.
            new()
            {
                Id = "markers",
                Status = "Enabled",
                Filter = Everything(),
                Expiration = new BucketLifecycleConfigurationRuleExpirationArgs { ExpiredObjectDeleteMarker = true },
            },
        ];

    private static BucketLifecycleConfigurationRuleFilterArgs Everything() => new() { Prefix = "" };
}
