using Infra.Policies;
using Infra.Storage;
using Pulumi;
using Pulumi.Aws.CloudFront;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.CloudWatch.Inputs;

namespace Infra.Edge;

/// <summary>
/// The log of a distribution: every request, in a bucket beside it. Delivered by CloudWatch Logs (standard logging v2) rather than by
/// CloudFront itself: that would need a bucket with ACLs, and could leave out no field. This bucket stays closed, and what people are signed
/// in with is not in it.
/// </summary>
internal static class CdnLog
{
    /// <summary>The bucket.</summary>
    public const string Role = "cdn-logs";

    /// <summary>
    /// What is logged. Not the query, the referrer and the cookies: codes, states and sessions are in them.
    /// </summary>
    public static readonly string[] Fields =
    [
        "date",
        "time",
        "x-edge-location",
        "sc-bytes",
        "c-ip",
        "cs-method",
        "cs(Host)",
        "cs-uri-stem",
        "sc-status",
        "cs(User-Agent)",
        "x-edge-result-type",
        "x-edge-request-id",
        "x-host-header",
        "cs-protocol",
        "cs-bytes",
        "time-taken",
        "ssl-protocol",
        "ssl-cipher",
        "x-edge-response-result-type",
        "cs-protocol-version",
        "time-to-first-byte",
        "x-edge-detailed-result-type",
        "sc-content-type",
        "sc-content-len",
    ];

    /// <summary>Makes the log.</summary>
    public static void Make(string name, CdnDistributionArgs args, Distribution distribution, ComponentResource parent)
    {
        var label = args.Context.Label;
        var child = new CustomResourceOptions { Parent = parent };
        var bucket = new PrivateBucket(
            name,
            new()
            {
                Context = args.Context,
                Role = Role,
                Statements = [Delivery(args)],
                RetentionDays = args.LogRetentionDays,
                Protect = args.Protect,
            },
            new() { Parent = parent }
        );
        var source = new LogDeliverySource(
            $"{name}-log-source",
            new()
            {
                Name = label.LogDelivery(Role),
                LogType = "ACCESS_LOGS",
                ResourceArn = distribution.Arn,
                Tags = label.NameTag(Role),
            },
            child
        );
        var destination = new LogDeliveryDestination(
            $"{name}-log-destination",
            new()
            {
                Name = label.LogDelivery(Role),
                OutputFormat = "json",
                DeliveryDestinationConfiguration = new LogDeliveryDestinationDeliveryDestinationConfigurationArgs
                {
                    // The name waits for the bucket's policy: AWS adds its own where it finds none.
                    DestinationResourceArn = bucket.Name.Apply(_ => PrivateBucket.ArnOf(args.Context, Role)),
                },
                Tags = label.NameTag(Role),
            },
            child
        );
        _ = new Pulumi.Aws.CloudWatch.LogDelivery(
            $"{name}-log-delivery",
            new()
            {
                DeliverySourceName = source.Name,
                DeliveryDestinationArn = destination.Arn,
                RecordFields = Fields,
                Tags = label.NameTag(Role),
            },
            child
        );
    }

    // As AWS documents it ("Logs sent to Amazon S3", V2 permissions), by its name and form: where it does not find it, it adds it.
    private static Statement Delivery(CdnDistributionArgs args) =>
        new("AWSLogDeliveryWrite")
        {
            Principal = Principal.Services("delivery.logs.amazonaws.com"),
            Actions = ["s3:PutObject"],
            Resources = [$"{PrivateBucket.ArnOf(args.Context, Role)}/AWSLogs/{args.Context.AccountId}/*"],
            Conditions =
            [
                new("StringEquals", "s3:x-amz-acl", "bucket-owner-full-control"),
                new("StringEquals", "aws:SourceAccount", args.Context.AccountId),
                new("ArnLike", "aws:SourceArn", args.Context.Arn("logs", "delivery-source:*")),
            ],
        };
}
