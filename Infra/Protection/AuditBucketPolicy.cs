using System.Collections.Immutable;
using Infra.Policies;

namespace Infra.Protection;

/// <summary>Who may write to the bucket of the audit trail.</summary>
internal static class AuditBucketPolicy
{
    /// <summary>The policy.</summary>
    public static string For(AuditTrailArgs args, string bucketName)
    {
        var bucket = $"arn:{args.Context.Partition}:s3:::{bucketName}";
        var account = args.Context.AccountId;
        var statements = new List<Statement>();
        if (args.CloudTrail)
            statements.AddRange(
                Delivery(
                    "CloudTrail",
                    "cloudtrail.amazonaws.com",
                    ["s3:GetBucketAcl"],
                    $"{bucket}/AWSLogs/{account}/*",
                    new("StringEquals", "aws:SourceArn", AuditBucket.TrailArn(args.Context))
                )
            );
        if (args.Config)
            statements.AddRange(
                Delivery(
                    "Config",
                    "config.amazonaws.com",
                    ["s3:GetBucketAcl", "s3:ListBucket"],
                    $"{bucket}/AWSLogs/{account}/Config/*",
                    new("StringEquals", "aws:SourceAccount", account)
                )
            );
        statements.Add(
            new Statement("RefuseUnencrypted")
            {
                Principal = Principal.Anybody,
                Actions = ["s3:*"],
                Resources = [bucket, $"{bucket}/*"],
                Conditions = [new("Bool", "aws:SecureTransport", "false")],
            }.Deny()
        );
        return PolicyDocument.Of(statements);

        IEnumerable<Statement> Delivery(
            string who,
            string service,
            ImmutableArray<string> looks,
            string objects,
            Condition source
        ) =>
            [
                new($"{who}LooksAtBucket")
                {
                    Principal = Principal.Services(service),
                    Actions = looks,
                    Resources = [bucket],
                    Conditions = [source],
                },
                new($"{who}Writes")
                {
                    Principal = Principal.Services(service),
                    Actions = ["s3:PutObject"],
                    Resources = [objects],
                    Conditions = [source, new("StringEquals", "s3:x-amz-acl", "bucket-owner-full-control")],
                },
            ];
    }
}
