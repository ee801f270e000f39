using System.Collections.Immutable;
using Infra.Validation;
using Pulumi;
using Pulumi.Aws.ElastiCache;

namespace Infra.Cache;

/// <summary>
/// The cache of sessions, codes and tokens: one encrypted replication group that asks for TLS and a token. Losing it signs everybody out.
/// </summary>
internal sealed class RedisCluster : ComponentResource
{
    /// <summary>Where it listens.</summary>
    public const int Port = RedisEngines.Port;

    /// <summary>The host of the primary. It moves to another node in a failover, so nobody may remember its address.</summary>
    [Output("primaryEndpoint")]
    public Output<string> PrimaryEndpoint { get; }

    /// <summary>The host of the replicas, or of the primary where there is none.</summary>
    [Output("readerEndpoint")]
    public Output<string> ReaderEndpoint { get; }

    /// <summary>The name of the replication group.</summary>
    public string GroupId { get; }

    /// <summary>The names of the nodes, known beforehand: metrics are kept by them.</summary>
    public ImmutableArray<string> NodeIds { get; }

    /// <summary>The names of the log groups.</summary>
    public ImmutableArray<string> LogGroupNames { get; }

    /// <summary>Makes the cache.</summary>
    public RedisCluster(string name, RedisClusterArgs args, ComponentResourceOptions? options = null)
        : base("idp:cache:RedisCluster", name, options)
    {
        args.Validate().ThrowIfAny(this);
        var label = args.Context.Label;
        var child = new CustomResourceOptions { Parent = this };
        GroupId = label.CacheCluster("redis");
        // ElastiCache numbers the nodes so and never gives a number twice while its node lives.
        NodeIds = [.. Enumerable.Range(1, args.Nodes).Select(node => $"{GroupId}-{node:000}")];
        LogGroupNames = [.. RedisLogs.Types.Select(type => RedisLogs.GroupName(args.Context, type))];

        var subnets = new SubnetGroup(
            $"{name}-redis-subnets",
            new()
            {
                Name = label.CacheGroup("redis-subnet-group"),
                Description = $"Subnets of the cache of {label.Prefix}",
                SubnetIds = args.SubnetIds,
                Tags = label.NameTag("redis-subnet-group"),
            },
            child
        );
        var parameters = Parameters(name, args);
        var logs = RedisLogs.Make(name, args, child);
        var group = new ReplicationGroup(
            $"{name}-redis",
            new()
            {
                ReplicationGroupId = GroupId,
                Description = $"Redis cluster for {label.Prefix}",
                Engine = RedisEngines.Word(args.Engine),
                EngineVersion = args.EngineVersion,
                NodeType = args.NodeType,
                NumCacheClusters = args.Nodes,
                AutomaticFailoverEnabled = args.Failover,
                MultiAzEnabled = args.MultiAz,
                Port = Port,
                ParameterGroupName = parameters.Name,
                SubnetGroupName = subnets.Name,
                SecurityGroupIds = args.SecurityGroupId,
                AtRestEncryptionEnabled = true,
                KmsKeyId = args.KeyArn,
                TransitEncryptionEnabled = true,
                TransitEncryptionMode = "required",
                AuthToken = args.AuthToken,
                // Old and new token both work until the next change: running tasks keep the one they started with.
                AuthTokenUpdateStrategy = "ROTATE",
                SnapshotRetentionLimit = args.SnapshotDays,
                SnapshotWindow = args.SnapshotWindow,
                MaintenanceWindow = args.MaintenanceWindow,
                AutoMinorVersionUpgrade = true,
                LogDeliveryConfigurations = RedisLogs.Deliveries(args.Context),
                ApplyImmediately = args.ApplyImmediately,
                Tags = label.NameTag("redis"),
            },
            // Two groups of one name cannot stand beside each other.
            new()
            {
                Parent = this,
                Protect = args.Protect,
                DeleteBeforeReplace = true,
                DependsOn = [.. logs],
            }
        );
        Say(args);

        (PrimaryEndpoint, ReaderEndpoint) = (group.PrimaryEndpointAddress, group.ReaderEndpointAddress);
        RegisterOutputs(
            new Dictionary<string, object?> { ["primaryEndpoint"] = PrimaryEndpoint, ["readerEndpoint"] = ReaderEndpoint }
        );
    }

    // Named after its engine: only another engine brings another family, the one change that replaces it, and a group in use can be
    // replaced only by one of another name. So this one needs no deleteBeforeReplace, which AWS would refuse while the cache uses it.
    private ParameterGroup Parameters(string name, RedisClusterArgs args)
    {
        var role = $"{RedisEngines.Word(args.Engine)}-params";
        return new(
            $"{name}-redis-params",
            new()
            {
                Name = args.Context.Label.CacheGroup(role),
                Family = RedisEngines.Family(args.Engine),
                Description = $"Parameters of the cache of {args.Context.Label.Prefix}",
                Parameters =
                [
                    new Pulumi.Aws.ElastiCache.Inputs.ParameterGroupParameterArgs
                    {
                        Name = "maxmemory-policy",
                        Value = args.MaxmemoryPolicy,
                    },
                    // Seconds after which an idle client is dropped, and between probes of one that may be dead.
                    new Pulumi.Aws.ElastiCache.Inputs.ParameterGroupParameterArgs { Name = "timeout", Value = "300" },
                    new Pulumi.Aws.ElastiCache.Inputs.ParameterGroupParameterArgs { Name = "tcp-keepalive", Value = "60" },
                ],
                Tags = args.Context.Label.NameTag(role),
            },
            new() { Parent = this }
        );
    }

    private void Say(RedisClusterArgs args)
    {
        if (RedisNotes.Eviction(args.MaxmemoryPolicy) is { } eviction)
            Log.Warn(eviction, this);
        Log.Info(RedisNotes.Windows(args.SnapshotWindow, args.MaintenanceWindow), this);
    }
}
