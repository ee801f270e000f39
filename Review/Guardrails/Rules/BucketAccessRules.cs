using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>S3 buckets: who gets at the objects, and how.</summary>
internal sealed class BucketAccessRules : GuardrailTable
{
    private const string AccountBlock = "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock";

    private static readonly string[] Blocks =
    [
        "blockPublicAcls",
        "blockPublicPolicy",
        "ignorePublicAcls",
        "restrictPublicBuckets",
    ];
    private static readonly string[] Reading = ["s3:GetObject", "s3:ListBucket", "s3:GetObjectVersion"];
    private static readonly string[] Writing = ["s3:PutObject", "s3:DeleteObject", "s3:PutBucketPolicy", "s3:PutObjectAcl"];

    // What lets another account change who gets in, or how it is encrypted.
    private static readonly string[] Governing =
    [
        "s3:DeleteBucketPolicy",
        "s3:PutBucketAcl",
        "s3:PutBucketPolicy",
        "s3:PutEncryptionConfiguration",
        "s3:PutObjectAcl",
    ];

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("S3.1", Grade.Medium, AccountBlock, "The account refuses public buckets")
            {
                Reason = "One click in the console makes any bucket of the account public.",
                Fix = "Set blockPublicAcls, blockPublicPolicy, ignorePublicAcls and restrictPublicBuckets to true.",
                Also = ["CIS 2.1.4", "CKV_AWS_53"],
                Check = Closed,
            },
            new("S3.2", Grade.Critical, Tokens.BucketPolicy, "Bucket policies let nobody read who is not named")
            {
                Reason = "Anybody on the internet lists and downloads the objects.",
                Fix = "Name a role or service in Principal of policy; give websites CloudFront with an origin access control.",
                Also = ["AwsSolutions-S5"],
                Check = policy => Public(policy, Reading, "read"),
            },
            new("S3.3", Grade.Critical, Tokens.BucketPolicy, "Bucket policies let nobody write who is not named")
            {
                Reason = "Anybody on the internet puts files where users and programs trust them, or deletes yours.",
                Fix = "Name a role or service in Principal of policy.",
                Also = ["CKV_AWS_57"],
                Check = policy => Public(policy, Writing, "write"),
            },
            new("S3.5", Grade.Medium, Tokens.Bucket, "Buckets answer over TLS only")
            {
                Reason = "A request without TLS shows object and signature to everybody on the way.",
                Fix =
                    "Add a Deny of s3:* for everybody with Bool aws:SecureTransport: false to the bucket's policy, for the bucket and its objects.",
                Also = ["CIS 2.1.1", "CKV_AWS_379", "AwsSolutions-S10"],
                Check = bucket =>
                    Of(
                        bucket,
                        Tokens.BucketPolicy,
                        policy =>
                            policy.AnyStatement(
                                "policy",
                                statement =>
                                    statement.RefusesPlainText
                                    && statement.Covers("s3:GetObject")
                                    && statement.Covers("s3:ListBucket")
                                    && CoversAll(statement),
                                "a Deny of s3:* where aws:SecureTransport is false, for the bucket and its objects"
                            )
                    ),
            },
            new("S3.6", Grade.High, Tokens.BucketPolicy, "Other accounts cannot change who gets into a bucket")
            {
                Reason = "Whoever may write the policy of the bucket lets himself do everything else.",
                Fix = "Take writing of policy, ACL and encryption out of what policy allows to others.",
                Check = policy =>
                    policy.Statements(
                        "policy",
                        statement =>
                            statement.Allows
                            && statement.Principals.Any(principal => principal.Kind == "AWS")
                            && Governing.FirstOrDefault(statement.Covers) is { } action
                                ? $"allows {action} to {statement.Principals[0].Who}, want nobody outside IAM to"
                                : null
                    ),
            },
            new("S3.8", Grade.High, Tokens.Bucket, "Buckets refuse public policies and ACLs")
            {
                Reason = "One wrong policy or ACL makes the objects public, and nothing stops it.",
                Fix = "Add an aws:s3:BucketPublicAccessBlock with all four settings true.",
                Also = ["CIS 2.1.4", "CKV_AWS_53", "CKV_AWS_54", "CKV_AWS_55", "CKV_AWS_56", "CKV2_AWS_6", "AwsSolutions-S2"],
                Check = bucket => Of(bucket, BucketParts.PublicAccess, Closed),
            },
            new("S3.12", Grade.Medium, Tokens.Bucket, "Buckets are governed by policies, not by ACLs")
            {
                Reason = "An ACL on one object gives it away unseen by every policy.",
                Fix =
                    "Add an aws:s3:BucketOwnershipControls with rule.objectOwnership: BucketOwnerEnforced, and no aws:s3:BucketAcl.",
                Also = ["CKV2_AWS_65"],
                Check = bucket =>
                    Of(bucket, BucketParts.Ownership, owner => owner.IsOneOf("rule.objectOwnership", "BucketOwnerEnforced"))
                    & bucket.IsUnset("acl")
                    & Verdict.Of(bucket.Part(BucketParts.Acl) is null, "acl: got an aws:s3:BucketAcl, want none"),
            },
            new("s3-service-source", Grade.Medium, Tokens.BucketPolicy, "Services reach buckets only for this account")
            {
                Reason = "CloudFront or log delivery of somebody else's account reads or fills the bucket in your name.",
                Fix = "Add the condition aws:SourceArn or aws:SourceAccount to the statement that lets the service in.",
                Check = policy =>
                    policy.Statements(
                        "policy",
                        statement =>
                            statement.Allows
                            && statement.Principals.FirstOrDefault(principal => principal.Kind == "Service")
                                is { Who: { } service }
                            && !statement.Conditions.Any(condition => condition.NamesCaller)
                                ? $"lets {service} in for any account, want the condition aws:SourceArn or aws:SourceAccount"
                                : null
                    ),
            },
            new("s3-balancer-logs", Grade.High, Tokens.Bucket, "Load balancers may write into their log buckets")
            {
                Reason =
                    "AWS refuses to switch on the access logs, or drops them: a load balancer writes only where the policy lets it, and only with SSE-S3.",
                Fix =
                    "Allow logdelivery.elasticloadbalancing.amazonaws.com s3:PutObject in the bucket's policy, and set sseAlgorithm: AES256.",
                When = bucket => bucket.Balancers().Any(),
                Check = bucket =>
                    Of(
                        bucket,
                        Tokens.BucketPolicy,
                        policy =>
                            policy.AnyStatement(
                                "policy",
                                statement =>
                                    statement.Allows && statement.Covers("s3:PutObject") && statement.Principals.Any(IsBalancer),
                                "one that lets logdelivery.elasticloadbalancing.amazonaws.com put objects"
                            )
                    )
                    & (
                        bucket
                            .Part(BucketParts.Encryption)
                            ?.IsOneOf("rules.0.applyServerSideEncryptionByDefault.sseAlgorithm", "AES256")
                        ?? Verdict.Pass
                    ),
            },
        ];

    private static Verdict Of(Resource bucket, string type, Func<Resource, Verdict> test) =>
        bucket.Part(type) is { } part ? test(part) : Verdict.Fail($"{type.Split(':')[^1]}: got none, want one of this bucket");

    private static Verdict Closed(Resource block) => Verdict.All(Blocks.Select(setting => block.Is(setting, true)));

    private static Verdict Public(Resource policy, string[] actions, string word) =>
        policy.Statements(
            "policy",
            statement => statement.IsPublic && actions.Any(statement.Covers) ? $"lets everybody {word}" : null
        );

    private static bool CoversAll(Statement statement) =>
        statement.Resources.Any(resource => resource.EndsWith('*'))
        && statement.Resources.Any(resource => resource == "*" || !resource.EndsWith("/*", StringComparison.Ordinal));

    // Regions older than August 2022 have an account of AWS instead of the service.
    private static bool IsBalancer(Principal principal) =>
        principal.Who.EndsWith("elasticloadbalancing.amazonaws.com", StringComparison.Ordinal) || principal.IsAccount;
}
