using Infra.Policies;
using Infra.Settings;
using Infra.Validation;
using Pulumi;
using Pulumi.Aws.S3;
using Pulumi.Aws.S3.Inputs;

namespace Infra.Storage;

/// <summary>A private, encrypted, versioned bucket that forgets what is in it after a while, or never. Nobody does anything there without TLS.</summary>
internal sealed class PrivateBucket : ComponentResource
{
    /// <summary>The name of the bucket, as an output that waits for the policy: a writer checks at once whether it may write.</summary>
    [Output("name")]
    public Output<string> Name { get; }

    /// <summary>Makes the bucket.</summary>
    public PrivateBucket(string name, PrivateBucketArgs args, ComponentResourceOptions? options = null)
        : base("idp:storage:PrivateBucket", $"{name}-{args.Role}", options)
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
            new()
            {
                Parent = this,
                Protect = args.Protect,
                RetainOnDelete = args.Retain,
            }
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
            new() { Bucket = bucket.BucketName, Rules = Encryption(args) },
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
            new() { Bucket = bucket.BucketName, Rules = BucketLifecycle.Rules(args) },
            new() { Parent = this, DependsOn = { versions } } // rules about old versions need versions
        );
        if (args.Cors is { } cors)
            _ = new BucketCorsConfiguration(
                $"{name}-{args.Role}-cors",
                new() { Bucket = bucket.BucketName, CorsRules = cors.Rule() },
                child
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

    /// <summary>Where the bucket is asked, known before anything is deployed: a distribution names it before its policy names the distribution.</summary>
    public static string HostOf(StackContext context, string role) =>
        $"{NameOf(context, role)}.s3.{context.Region}.amazonaws.com";

    private static BucketServerSideEncryptionConfigurationRuleArgs Encryption(PrivateBucketArgs args)
    {
        var rule = new BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs
        {
            SseAlgorithm = "AES256",
        };
        if (args.KeyArn is not { } key)
            return new() { ApplyServerSideEncryptionByDefault = rule };
        (rule.SseAlgorithm, rule.KmsMasterKeyId) = ("aws:kms", key);
        // One data key for many objects: without it S3 asks KMS, and pays, for each.
        return new() { ApplyServerSideEncryptionByDefault = rule, BucketKeyEnabled = true };
    }

    private static Input<string> Policy(PrivateBucketArgs args) =>
        args.ReadByDistributionArn is { } distribution
            ? distribution.ToOutput().Apply(arn => Policy(args, [CdnReads(args, arn)]))
            : Policy(args, []);

    private static Statement CdnReads(PrivateBucketArgs args, string distributionArn) =>
        new("CdnReads")
        {
            Principal = Principal.Services("cloudfront.amazonaws.com"),
            Actions = ["s3:GetObject"],
            Resources = [$"{ArnOf(args.Context, args.Role)}/*"],
            // Every distribution of the world speaks as this service; only this one may read.
            Conditions = [new("StringEquals", "aws:SourceArn", distributionArn)],
        };

    private static string Policy(PrivateBucketArgs args, Statement[] more)
    {
        var arn = ArnOf(args.Context, args.Role);
        var deny = new Statement("NobodyWithoutTls")
        {
            Principal = Principal.Anybody,
            Actions = ["s3:*"],
            Resources = [arn, $"{arn}/*"],
            Conditions = [new("Bool", "aws:SecureTransport", "false")],
        }.Deny();
        return PolicyDocument.Of([.. args.Statements, .. more, deny]);
    }
}
