using System.Collections.Immutable;
using Infra.Policies;
using Infra.Settings;
using Infra.Storage;

namespace Infra.Protection;

/// <summary>The rights of the recording services to write into the bucket of the audit trail.</summary>
internal static class AuditDelivery
{
    /// <summary>What the bucket is for, in its name.</summary>
    public const string BucketRole = "audit";

    /// <summary>The ARN of the trail that writes there, known before it is made.</summary>
    public static string TrailArn(StackContext context) => context.Arn("cloudtrail", $"trail/{context.Label.Name("trail")}");

    /// <summary>The statements, those of services that are on.</summary>
    public static ImmutableArray<Statement> Statements(AuditTrailArgs args)
    {
        var bucket = PrivateBucket.ArnOf(args.Context, BucketRole);
        var account = args.Context.AccountId;
        var statements = new List<Statement>();
        if (args.CloudTrail)
            statements.AddRange(
                Delivery(
                    "CloudTrail",
                    "cloudtrail.amazonaws.com",
                    ["s3:GetBucketAcl"],
                    $"{bucket}/AWSLogs/{account}/*",
                    new("StringEquals", "aws:SourceArn", TrailArn(args.Context))
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
        return [.. statements];

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
