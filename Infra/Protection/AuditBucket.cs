using Infra.Naming;
using Infra.Settings;
using Pulumi;
using Pulumi.Aws.S3;
using Pulumi.Aws.S3.Inputs;

namespace Infra.Protection;

/// <summary>A private bucket that only the recording services write to, and nobody without TLS reads.</summary>
internal sealed class AuditBucket : ComponentResource
{
    /// <summary>What the bucket is called; who takes it from here waits until the services may write.</summary>
    public Output<string> BucketName { get; }

    /// <summary>The ARN of the trail that writes here, known before it is made.</summary>
    public static string TrailArn(StackContext context) => context.Arn("cloudtrail", $"trail/{context.Label.Name("trail")}");

    internal AuditBucket(string name, AuditTrailArgs args, ComponentResourceOptions options)
        : base("idp:protection:AuditBucket", $"{name}-audit", options)
    {
        var child = new CustomResourceOptions { Parent = this };
        // All accounts of the world share the names of buckets, so the account is part of it.
        var bucketName = NameRule.Bucket.Check(args.Context.Label.Name($"audit-{args.Context.AccountId}"));
        var bucket = new Bucket(
            $"{name}-audit-bucket",
            new()
            {
                BucketName = bucketName,
                ForceDestroy = !args.Protect,
                Tags = args.Context.Label.NameTag("audit"),
            },
            new() { Parent = this, Protect = args.Protect }
        );
        _ = new BucketPublicAccessBlock(
            $"{name}-audit-private",
            new()
            {
                Bucket = bucket.Id,
                BlockPublicAcls = true,
                BlockPublicPolicy = true,
                IgnorePublicAcls = true,
                RestrictPublicBuckets = true,
            },
            child
        );
        _ = new BucketOwnershipControls(
            $"{name}-audit-owner",
            new()
            {
                Bucket = bucket.Id,
                Rule = new BucketOwnershipControlsRuleArgs { ObjectOwnership = "BucketOwnerEnforced" },
            },
            child
        );
        _ = new BucketVersioning(
            $"{name}-audit-versions",
            new()
            {
                Bucket = bucket.Id,
                VersioningConfiguration = new BucketVersioningVersioningConfigurationArgs { Status = "Enabled" },
            },
            child
        );
        _ = new BucketServerSideEncryptionConfiguration(
            $"{name}-audit-encryption",
            new()
            {
                Bucket = bucket.Id,
                // The trail brings the stack's key itself; AWS Config would need a right of its own to it.
                Rules =
                [
                    new BucketServerSideEncryptionConfigurationRuleArgs
                    {
                        ApplyServerSideEncryptionByDefault =
                            new BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs
                            {
                                SseAlgorithm = "AES256",
                            },
                    },
                ],
            },
            child
        );
        _ = new BucketLifecycleConfiguration(
            $"{name}-audit-lifecycle",
            new()
            {
                Bucket = bucket.Id,
                Rules =
                [
                    new BucketLifecycleConfigurationRuleArgs
                    {
                        Id = "expire",
                        Status = "Enabled",
                        Filter = new BucketLifecycleConfigurationRuleFilterArgs { Prefix = "" },
                        Expiration = new BucketLifecycleConfigurationRuleExpirationArgs { Days = args.RetentionDays },
                        NoncurrentVersionExpiration = new BucketLifecycleConfigurationRuleNoncurrentVersionExpirationArgs
                        {
                            NoncurrentDays = args.RetentionDays,
                        },
                    },
                ],
            },
            child
        );
        var policy = new BucketPolicy(
            $"{name}-audit-policy",
            new() { Bucket = bucket.Id, Policy = AuditBucketPolicy.For(args, bucketName) },
            child
        );
        BucketName = Output.Tuple(bucket.Id, policy.Id).Apply(made => made.Item1);
        RegisterOutputs();
    }
}
