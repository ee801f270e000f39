using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>S3 buckets: how objects are kept, for how long, and what is known of who read them.</summary>
internal sealed class BucketDataRules : GuardrailTable
{
    private const string Algorithm = "rules.0.applyServerSideEncryptionByDefault.sseAlgorithm";
    private const string ObjectLock = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("s3-encryption", Grade.Medium, Tokens.Bucket, "Buckets say how they are encrypted")
            {
                Reason =
                    "Since 2023 AWS encrypts with SSE-S3 where nothing is said; whether that was meant, nobody can tell, and older objects stay as they are.",
                Fix = "Add an aws:s3:BucketServerSideEncryptionConfiguration with sseAlgorithm: AES256 or aws:kms.",
                Also = ["CKV_AWS_19"],
                Check = bucket =>
                    bucket.Part(BucketParts.Encryption)?.IsOneOf(Algorithm, "AES256", "aws:kms", "aws:kms:dsse")
                    ?? Missing("BucketServerSideEncryptionConfiguration"),
            },
            new("S3.17", Grade.Medium, Tokens.Bucket, "Buckets with data are encrypted with a key of the account")
            {
                Reason = "With SSE-S3 whoever may read the bucket may decrypt; a key is a second lock, with a record of its own.",
                Fix = "Set sseAlgorithm: aws:kms, kmsMasterKeyId and bucketKeyEnabled: true. Readers need kms:Decrypt.",
                Also = ["CKV_AWS_145"],
                // Load balancers and access logs of buckets can write only with SSE-S3; other logs hold no data of users beyond addresses.
                When = bucket => !bucket.TakesLogs() || bucket.IsAudit(),
                Check = bucket =>
                    bucket.Part(BucketParts.Encryption)?.IsOneOf(Algorithm, "aws:kms", "aws:kms:dsse")
                    ?? Missing("BucketServerSideEncryptionConfiguration"),
            },
            new("s3-bucket-key", Grade.Low, BucketParts.Encryption, "Buckets with a key of the account ask it seldom")
            {
                Reason =
                    "Without a bucket key every object asks KMS by itself: 0.03 USD for 10,000 requests, and its limits slow everybody down.",
                Fix = "Set bucketKeyEnabled: true in rules.",
                When = encryption => encryption[Algorithm].Text == "aws:kms",
                Check = encryption => encryption.Is("rules.0.bucketKeyEnabled", true),
            },
            new("S3.9", Grade.Medium, Tokens.Bucket, "Buckets with data record who read them")
            {
                Reason = "After a leak nobody can say which objects were read, when, and by whom.",
                Fix = "Add an aws:s3:BucketLogging with a targetBucket for logs. It costs the storage of the logs.",
                Also = ["CKV_AWS_18", "AwsSolutions-S1"],
                // Logs of logs never end.
                When = bucket => !bucket.TakesLogs(),
                Check = bucket =>
                    bucket.Part(BucketParts.Logging)?.IsSet("targetBucket", "a bucket for logs") ?? Missing("BucketLogging"),
            },
            new("S3.13", Grade.Low, Tokens.Bucket, "Buckets have rules for what is old")
            {
                Reason = "Old versions, logs and broken uploads are kept and paid for until somebody notices.",
                Fix = "Add an aws:s3:BucketLifecycleConfiguration with an enabled rule.",
                Also = ["CKV2_AWS_61"],
                Check = bucket => Lifecycle(bucket, _ => true, "an enabled rule"),
            },
            new("s3-abort-uploads", Grade.Low, Tokens.Bucket, "Uploads that never end are thrown away")
            {
                Reason = "Parts of broken uploads are invisible in every list, and paid for.",
                Fix = "Set abortIncompleteMultipartUpload.daysAfterInitiation: 7 in an enabled rule of the lifecycle.",
                Also = ["CKV_AWS_300"],
                Check = bucket =>
                    Lifecycle(
                        bucket,
                        rule => !rule["abortIncompleteMultipartUpload.daysAfterInitiation"].IsEmpty,
                        "an enabled rule with abortIncompleteMultipartUpload"
                    ),
            },
            new("s3-old-versions", Grade.Low, Tokens.Bucket, "Versions that were replaced are thrown away one day")
            {
                Reason = "Every object that is overwritten or deleted stays, and is paid for, for ever.",
                Fix = "Set noncurrentVersionExpiration.noncurrentDays in an enabled rule of the lifecycle.",
                When = bucket => bucket.Part(BucketParts.Versioning)?["versioningConfiguration.status"].Text == "Enabled",
                Check = bucket =>
                    Lifecycle(
                        bucket,
                        rule => !rule["noncurrentVersionExpiration.noncurrentDays"].IsEmpty,
                        "an enabled rule with noncurrentVersionExpiration"
                    ),
            },
            new("s3-log-expiry", Grade.Low, Tokens.Bucket, "Logs in buckets are thrown away one day")
            {
                Reason = "Logs hold addresses of people, and grow without end.",
                Fix = "Set expiration.days in an enabled rule of the lifecycle.",
                When = bucket => bucket.TakesLogs(),
                Check = bucket =>
                    Lifecycle(bucket, rule => !rule["expiration.days"].IsEmpty, "an enabled rule with expiration.days"),
            },
            new("S3.14", Grade.Low, Tokens.Bucket, "Buckets keep what was overwritten")
            {
                Reason = "A wrong deployment or a thief overwrites objects for good.",
                Fix = "Add an aws:s3:BucketVersioning with versioningConfiguration.status: Enabled, and expire old versions.",
                Also = ["CKV_AWS_21"],
                Check = bucket =>
                    bucket.Part(BucketParts.Versioning)?.IsOneOf("versioningConfiguration.status", "Enabled")
                    ?? Missing("BucketVersioning"),
            },
            new("S3.15", Grade.Medium, Tokens.Bucket, "Nobody can delete what auditors read")
            {
                Reason = "Whoever breaks in deletes the records of it first.",
                Fix =
                    "Set objectLockEnabled: true, and add an aws:s3:BucketObjectLockConfiguration with a default retention. Nobody can shorten COMPLIANCE.",
                Also = ["CKV_AWS_143"],
                When = bucket => bucket.IsAudit(),
                Check = bucket =>
                    bucket.Is("objectLockEnabled", true)
                    | Verdict.Of(bucket.Part(ObjectLock) is not null, "objectLockEnabled: got nothing, want true"),
            },
            new("s3-force-destroy", Grade.Medium, Tokens.Bucket, "Buckets with objects in them are not destroyed")
            {
                Reason = "With forceDestroy one pulumi destroy, or one rename, deletes all objects and their versions.",
                Fix = "Set forceDestroy: false; empty the bucket by hand when it is really to go.",
                When = bucket => !bucket.TakesLogs() || bucket.IsAudit(),
                Check = bucket => bucket.Is("forceDestroy", false),
            },
        ];

    private static Verdict Missing(string part) => Verdict.Fail($"{part}: got none, want one of this bucket");

    private static Verdict Lifecycle(Resource bucket, Func<Value, bool> wanted, string words)
    {
        if (bucket.Part(BucketParts.Lifecycle) is not { } lifecycle)
            return Missing("BucketLifecycleConfiguration");
        return lifecycle["rules"].IsUnknown
            ? Verdict.CannotKnow("rules are known only after the deployment")
            : Verdict.Of(
                lifecycle["rules"].Items.Any(rule => rule["status"].Text == "Enabled" && wanted(rule)),
                $"rules: got none like it, want {words}"
            );
    }
}
