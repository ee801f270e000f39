using System.Collections.Immutable;
using Infra.Observability;
using Infra.Observability.Alarms;
using Infra.Observability.Dashboards;
using Infra.Settings.Neuraknot;

namespace Infra.Systems;

/// <summary>The things of neuraknot that are watched: what alarms and pictures are made of. A service that is off is not watched.</summary>
internal sealed class NeuraknotWatch
{
    private readonly NeuraknotAlarmSettings _alarms;
    private readonly DatabaseWatch _database;
    private readonly ImmutableArray<LoadBalancerWatch> _targets;

    /// <summary>The services that run.</summary>
    public ImmutableArray<ServiceWatch> Services { get; }

    internal NeuraknotWatch(NeuraknotArgs parts, Neuraknot system)
    {
        _alarms = parts.Settings.Alarms;
        var database = parts.Settings.Database.Instance;
        _database = new("database", system.Database.Identifier, database.InstanceClass, database.MaxConnections);
        Services =
        [
            .. from service in system.Services
            where service.Value.Running is not null
            let tasks = parts.Settings.Services[service.Key].Scaling.MinTasks
            select new ServiceWatch(system.Cluster.ClusterName, service.Value.Running!.ServiceName, tasks) { Key = service.Key },
        ];
        _targets =
        [
            .. from service in Services
            where system.Edge.Services.ContainsKey(service.Key!)
            select new LoadBalancerWatch(system.Edge.ArnSuffix, system.Edge.Services[service.Key!].ArnSuffix)
            {
                Key = service.Key,
            },
        ];
    }

    /// <summary>What there is to watch; an alarm on anything else is refused.</summary>
    public ImmutableArray<string> Things =>
        [
            LoadBalancerWatch.Thing,
            _database.Thing,
            .. Services.Select(service => service.Thing),
            .. _targets.Select(target => target.Targets),
        ];

    /// <summary>The table of alarms.</summary>
    public ImmutableArray<AlarmRow> Rows =>
        [
            .. Services.SelectMany(service => PlatformAlarms.Tasks(service, _alarms.Thresholds(service.MinimumTasks))),
            .. _targets.SelectMany(target => PlatformAlarms.Targets(target, _alarms.Thresholds(0))),
            .. _targets.IsEmpty ? [] : Whole(_targets[0]),
            .. PlatformAlarms.Database(_database, _alarms.Thresholds(0)),
        ];

    private IEnumerable<AlarmRow> Whole(LoadBalancerWatch balancer) =>
        LoadBalancerAlarms
            .Whole(balancer, new() { LoadBalancerErrors = _alarms.TargetErrors })
            .Append(LoadBalancerAlarms.Requests(balancer, _alarms.Requests));

    /// <summary>Alarms that must ring again after a start when something is still wrong.</summary>
    public IEnumerable<string> Recheck =>
        Services
            .Where(service => service.MinimumTasks > 0) // nobody counts the tasks of one that rests
            .Select(service => service.Alarm(PlatformAlarms.TasksLow))
            .Concat(_targets.Select(target => target.Alarm(PlatformAlarms.UnhealthyTargets)));

    /// <summary>The dashboard, from top to bottom.</summary>
    public ImmutableArray<DashboardRow> Pictures(AlarmSet alarms) =>
        [
            DashboardRows.Alarms(alarms.Arns.Values),
            .. Services.IsEmpty ? [] : new[] { ServicesRows.Tasks(Services) },
            .. _targets.IsEmpty ? [] : new[] { ServicesRows.Targets(_targets) },
            DashboardRows.Database([_database]),
        ];
}
