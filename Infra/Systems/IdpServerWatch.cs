using System.Collections.Immutable;
using Infra.Observability;
using Infra.Observability.Alarms;
using Infra.Observability.Dashboards;
using Infra.Observability.Logs;
using Infra.Settings.Data;
using Infra.Settings.IdpServer;
using Infra.Settings.Network;
using Infra.Settings.Observability;
using Infra.Settings.Protection;
using Infra.Settings.Security;
using Pulumi;

namespace Infra.Systems;

/// <summary>The things of idp-server that are watched: what alarms and pictures are made of.</summary>
internal sealed class IdpServerWatch
{
    private readonly IdpServerArgs _parts;
    private readonly LoadBalancerWatch _balancer;
    private readonly ServiceWatch? _service;
    private readonly WafWatch? _waf;
    private readonly ImmutableArray<DatabaseWatch> _databases;
    private readonly ImmutableArray<CacheWatch> _members;
    private readonly ImmutableArray<NatWatch> _gateways;

    internal IdpServerWatch(IdpServerArgs parts, IdpServer system)
    {
        _parts = parts;
        var settings = parts.Settings;
        _balancer = new(system.Edge.ArnSuffix, system.Edge.TargetGroupArnSuffix)
        {
            OtherTargetGroup = system.Edge.AlternateTargetGroupArnSuffix,
        };
        _service = system.Service is { } service
            ? new(system.Cluster.ClusterName, service.ServiceName, settings.Service.Scaling.MinTasks)
            : null;
        _waf = system.Firewall is { } firewall ? new(firewall.Name, parts.Context.Region) : null;
        _databases =
        [
            new("database", system.Database.Identifier, settings.Database.InstanceClass, settings.Database.MaxConnections),
            .. system.Database.ReplicaIdentifiers.Select(identifier => new DatabaseWatch(
                $"database-{identifier[(system.Database.Identifier.Length + 1)..]}",
                identifier,
                settings.Database.ReplicaClass,
                settings.Database.MaxConnections
            )
            {
                IsReplica = true,
            }),
        ];
        _members =
        [
            .. system.Cache.NodeIds.Select(node => new CacheWatch(
                node,
                node[(system.Cache.GroupId.Length + 1)..],
                settings.Redis.Nodes > 1
            )),
        ];
        _gateways = [.. system.Network.NatGatewayIds.Select(nat => new NatWatch(nat.Key, nat.Value))];
    }

    /// <summary>What there is to watch; an alarm on anything else is refused.</summary>
    public ImmutableArray<string> Things =>
        [
            LoadBalancerWatch.Thing,
            ApplicationLog.Thing,
            .. _service is null ? Array.Empty<string>() : [_service.Thing],
            .. _waf is null ? Array.Empty<string>() : [WafWatch.Thing],
            .. _databases.Select(database => database.Thing),
            .. _members.Select(member => member.Thing),
            .. _gateways.Select(gateway => gateway.Thing),
        ];

    /// <summary>Alarms made of others. Without a service there is none that could be down.</summary>
    public ImmutableArray<CompositeAlarmRow> Composites => _service is null ? [] : [ServiceDown.Row];

    /// <summary>The table of alarms. What the application does is watched when it runs.</summary>
    public ImmutableArray<AlarmRow> Rows(LogMetrics counts, AlarmSettings thresholds) =>
        [
            .. _service is { } service
                ?
                [
                    .. ServiceAlarms.Rows(service, thresholds.Service),
                    .. LoadBalancerAlarms.Rows(_balancer, thresholds.LoadBalancer),
                    .. ApplicationLog.Rows(counts.Sources, thresholds.Log),
                ]
                : Array.Empty<AlarmRow>(),
            .. _waf is { } waf ? WafAlarms.Rows(waf, thresholds.Waf) : [],
            .. _databases.SelectMany(database => DatabaseAlarms.Rows(database, thresholds.Database)),
            .. _members.SelectMany(member => CacheAlarms.Rows(member, thresholds.Cache)),
            .. _gateways.SelectMany(gateway => NatAlarms.Rows(gateway, thresholds.Nat)),
        ];

    /// <summary>The dashboard, from top to bottom.</summary>
    public ImmutableArray<DashboardRow> Pictures(AlarmSet alarms, LogMetrics counts, Input<string> logGroup) =>
        [
            DashboardRows.Alarms(alarms.Arns.Values),
            .. _service is { } service ? [DashboardRows.Service(service, _balancer)] : Array.Empty<DashboardRow>(),
            DashboardRows.Database(_databases),
            DashboardRows.Cache(_members),
            DashboardRows.Edge(_balancer, _waf, _gateways),
            DashboardRows.Business(counts.Sources, logGroup),
        ];
}
