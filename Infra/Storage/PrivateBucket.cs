using Infra.Policies;
using Infra.Settings;
using Infra.Validation;
using Pulumi;
using Pulumi.Aws.S3;
using Pulumi.Aws.S3.Inputs;

namespace Infra.Storage;

/// <summary>A private, encrypted, versioned bucket that forgets what is in it after a while. Nobody does anything there without TLS.</summary>
internal sealed class PrivateBucket : ComponentResource
{
    private const int UploadDays = 7;

    /// <summary>The name of the bucket, as an output that waits for the policy: a writer checks at once whether it may write.</summary>
    [Output("name")]
    public Output<string> Name { get; }

    /// <summary>Makes the bucket.</summary>
    public PrivateBucket(string name, PrivateBucketArgs args, ComponentResourceOptions? options = null)
        : base("idp:storage:PrivateBucket", name, options)
    {
        args.Validate().ThrowIfAny(this);
        var label = args.Context.Label;
        var child = new CustomResourceOptions { Parent = this };
        var bucketName = NameOf(args.Context, args.Role);

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
                // Load balancers and AWS Config write to no bucket that is encrypted with a key of KMS; a trail brings its key itself.
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
            new() { Bucket = bucket.BucketName, Rules = Lifecycle(args) },
            new() { Parent = this, DependsOn = { versions } } // rules about old versions need versions
        );
        var policy = new BucketPolicy(
            $"{name}-{args.Role}-policy",
            new() { Bucket = bucket.BucketName, Policy = Policy(args) },
            new() { Parent = this, DependsOn = { closed } } // S3 answers one change of a bucket's access at a time
        );

        Name = policy.Bucket;
        RegisterOutputs(new Dictionary<string, object?> { ["name"] = Name });
    }

    /// <summary>The name, known before anything is deployed. All accounts of the world share such names, so the account is part of it.</summary>
    public static string NameOf(StackContext context, string role) => context.Label.Bucket(role, context.AccountId);

    /// <summary>The ARN, known before anything is deployed.</summary>
    public static string ArnOf(StackContext context, string role) => $"arn:{context.Partition}:s3:::{NameOf(context, role)}";

    private static string Policy(PrivateBucketArgs args)
    {
        var arn = ArnOf(args.Context, args.Role);
        var deny = new Statement("NobodyWithoutTls")
        {
            Principal = Principal.Anybody,
            Actions = ["s3:*"],
            Resources = [arn, $"{arn}/*"],
            Conditions = [new("Bool", "aws:SecureTransport", "false")],
        }.Deny();
        return PolicyDocument.Of([.. args.Statements, deny]);
    }

    private static BucketLifecycleConfigurationRuleArgs[] Lifecycle(PrivateBucketArgs args) =>
        [
            new()
            {
                Id = "expire",
                Status = "Enabled",
                Filter = Everything(),
                Expiration = new BucketLifecycleConfigurationRuleExpirationArgs { Days = args.RetentionDays },
                NoncurrentVersionExpiration = new BucketLifecycleConfigurationRuleNoncurrentVersionExpirationArgs
                {
                    NoncurrentDays = args.RescueDays,
                },
                AbortIncompleteMultipartUpload = new BucketLifecycleConfigurationRuleAbortIncompleteMultipartUploadArgs
                {
                    DaysAfterInitiation = UploadDays,
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
