using Infra.Settings;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.ElastiCache.Inputs;

namespace Infra.Cache;

/// <summary>The log groups of a cache, made before it, so that its logs are encrypted and expire from the first line on.</summary>
internal static class RedisLogs
{
    /// <summary>What ElastiCache writes, in its own words.</summary>
    public static readonly string[] Types = ["slow-log", "engine-log"];

    /// <summary>The name of the group of a type of log.</summary>
    public static string GroupName(StackContext context, string type) => context.Label.LogGroup("elasticache", type);

    /// <summary>Makes the groups.</summary>
    public static IReadOnlyList<LogGroup> Make(string name, RedisClusterArgs args, CustomResourceOptions options) =>
        [
            .. Types.Select(type => new LogGroup(
                $"{name}-redis-{type}",
                new()
                {
                    Name = GroupName(args.Context, type),
                    RetentionInDays = args.LogRetentionDays,
                    KmsKeyId = args.KeyArn,
                    Tags = args.Context.Label.NameTag($"redis-{type}"),
                },
                options
            )),
        ];

    /// <summary>What the cache is told to write where. Names rather than outputs: they are known before anything is made.</summary>
    public static InputList<ReplicationGroupLogDeliveryConfigurationArgs> Deliveries(StackContext context) =>
        Types
            .Select(type => new ReplicationGroupLogDeliveryConfigurationArgs
            {
                LogType = type,
                LogFormat = "json",
                DestinationType = "cloudwatch-logs",
                Destination = GroupName(context, type),
            })
            .ToArray();
}
