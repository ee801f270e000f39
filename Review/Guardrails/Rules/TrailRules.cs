using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>What records and watches an account, in stacks that make such records: CloudTrail, AWS Config and GuardDuty.</summary>
internal sealed class TrailRules : GuardrailTable
{
    private const string Recorder = "aws:cfg/recorder:Recorder";
    private const string Detector = "aws:guardduty/detector:Detector";

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("CloudTrail.1", Grade.High, Tokens.Trail, "Trails record all regions")
            {
                Reason = "Whoever breaks in works in a region that nobody looks at.",
                Fix = "Set isMultiRegionTrail and enableLogging to true; leave includeGlobalServiceEvents on.",
                Also = ["CIS 3.1", "CKV_AWS_67", "CKV_AWS_251", "CKV_AWS_252"],
                Check = trail =>
                    trail.Is("isMultiRegionTrail", true)
                    & trail.Is("enableLogging", true, absent: true)
                    & trail.Is("includeGlobalServiceEvents", true, absent: true),
            },
            new("CloudTrail.2", Grade.Medium, Tokens.Trail, "Trails are encrypted with a key of the account")
            {
                Reason = "Who may read the bucket reads what everybody did; a key is a second lock.",
                Fix = "Set kmsKeyId to a key whose policy lets CloudTrail in.",
                Also = ["CIS 3.5", "CKV_AWS_35"],
                Check = trail => trail.IsSet("kmsKeyId", "a KMS key"),
            },
            new("CloudTrail.4", Grade.Low, Tokens.Trail, "Trails can be proved unchanged")
            {
                Reason = "Without digests nobody can tell whether records were taken out.",
                Fix = "Set enableLogFileValidation: true.",
                Also = ["CIS 3.2", "CKV_AWS_36"],
                Check = trail => trail.Is("enableLogFileValidation", true),
            },
            new("CloudTrail.5", Grade.Low, Tokens.Trail, "Trails reach CloudWatch Logs")
            {
                Reason = "Files in a bucket ring no alarm.",
                Fix = "Set cloudWatchLogsGroupArn to a log group with :* behind its ARN, and cloudWatchLogsRoleArn.",
                Check = trail =>
                    trail.IsSet("cloudWatchLogsGroupArn", "a log group") & trail.IsSet("cloudWatchLogsRoleArn", "a role"),
            },
            new("CloudTrail.6", Grade.Critical, Tokens.Trail, "Buckets of trails are private")
            {
                Reason = "The records tell everybody which accounts, roles and buckets there are.",
                Fix = "Add an aws:s3:BucketPublicAccessBlock with all four settings true to the bucket.",
                Check = trail =>
                    Bucket(
                        trail,
                        bucket =>
                            bucket.Part(BucketParts.PublicAccess) is { } block
                                ? block.Is("blockPublicAcls", true)
                                    & block.Is("blockPublicPolicy", true)
                                    & block.Is("ignorePublicAcls", true)
                                    & block.Is("restrictPublicBuckets", true)
                                : Verdict.Fail($"s3BucketName: got {bucket.Name} without a BucketPublicAccessBlock, want one")
                    ),
            },
            new("CloudTrail.7", Grade.Low, Tokens.Trail, "Buckets of trails record who read them")
            {
                Reason = "Nobody sees who looked at the records, or tried to delete them.",
                Fix = "Add an aws:s3:BucketLogging of the bucket with another targetBucket.",
                Also = ["CIS 3.4"],
                Check = trail =>
                    Bucket(
                        trail,
                        bucket =>
                            Verdict.Of(
                                bucket.Part(BucketParts.Logging) is not null,
                                $"s3BucketName: got {bucket.Name} without a BucketLogging, want one"
                            )
                    ),
            },
            new("Config.1", Grade.Critical, Recorder, "AWS Config records everything")
            {
                Reason = "What is not recorded is not checked either, and nobody can say what it was yesterday.",
                Fix =
                    "Set recordingGroup.allSupported and includeGlobalResourceTypes to true, add an aws:cfg:RecorderStatus with isEnabled: true and an aws:cfg:DeliveryChannel.",
                Also = ["CIS 3.3", "CKV2_AWS_45", "CKV2_AWS_48"],
                Check = recorder =>
                    recorder.Is("recordingGroup.allSupported", true, absent: true)
                    & recorder.Is("recordingGroup.includeGlobalResourceTypes", true)
                    & Verdict.Any(
                        recorder
                            .ReferredBy("aws:cfg/recorderStatus:RecorderStatus", "name")
                            .Select(status => status.Is("isEnabled", true)),
                        "status: got no RecorderStatus of this recorder, want one with isEnabled: true"
                    )
                    & Verdict.Of(
                        recorder.Stack.All("aws:cfg/deliveryChannel:DeliveryChannel").Any(),
                        "delivery: got no DeliveryChannel, want one"
                    ),
            },
            new("GuardDuty.1", Grade.High, Detector, "GuardDuty is on")
            {
                Reason = "Stolen keys and strange callers are seen by nobody.",
                Fix = "Set enable: true, or leave it out.",
                Also = ["CKV2_AWS_3"],
                Check = detector => detector.Is("enable", true, absent: true),
            },
        ];

    private static Verdict Bucket(Resource trail, Func<Resource, Verdict> test) =>
        trail.Referred("s3BucketName", Tokens.Bucket).FirstOrDefault() is { } bucket
            ? test(bucket)
            : Verdict.CannotKnow("the bucket is not in this stack");
}
