using System.Collections.Immutable;
using Infra.Compute;
using Infra.Observability;
using Infra.Observability.Alarms;
using Infra.Observability.Dashboards;
using Infra.Observability.Logs;
using Infra.Protection;
using Infra.Serverless;
using Infra.Settings.WebPlatform;
using Infra.Validation;
using Pulumi;

namespace Infra.Systems;

/// <summary>What watches web-platform, tells people, keeps records, and stops what nobody uses at night.</summary>
internal sealed class WebPlatformOperations : ComponentResource
{
    private readonly WebPlatformSettings _settings;
    private readonly WebPlatform _system;

    /// <summary>Whom alarms of the stack's own region tell.</summary>
    public AlertTopics Topics { get; }

    /// <summary>The address of the dashboard.</summary>
    public string DashboardUrl { get; }

    internal WebPlatformOperations(
        string name,
        WebPlatformArgs parts,
        WebPlatform system,
        ServiceLog log,
        ComponentResourceOptions options
    )
        : base("idp:system:WebPlatformOperations", name, options)
    {
        var context = parts.Context;
        (_settings, _system) = (parts.Settings, system);
        var child = new ComponentResourceOptions { Parent = this };

        Topics = new AlertTopics(
            name,
            _settings.Alerts.ToArgs(context, system.Key.Arn, _settings.Protect) with
            {
                Elsewhere = system.Front.Topics.Arns,
            },
            child
        );
        _ = new SavedQueries(
            name,
            new()
            {
                Context = context,
                LogGroupName = log.Name,
                Queries = WebPlatformQueries.All,
            },
            child
        );
        // There is nobody to ask while no task is meant to run.
        var isServing = _settings.Service is { Enabled: true, Scaling.MinTasks: > 0 };
        var canary = _settings.Canary.Enabled && isServing ? new Canary(name, Canary(parts), child) : null;

        var balancer = new LoadBalancerWatch(system.Edge.ArnSuffix, system.Edge.TargetGroupArnSuffix)
        {
            OtherTargetGroup = system.Edge.AlternateTargetGroupArnSuffix,
        };
        var service = system.Service is { } running
            ? new ServiceWatch(system.Cluster.ClusterName, running.ServiceName, _settings.Service.Scaling.MinTasks)
            : null;
        var database = system.Database is { } made
            ? new DatabaseWatch(
                "database",
                made.Instance.Identifier,
                _settings.Database.Instance.InstanceClass,
                _settings.Database.Instance.MaxConnections
            )
            : null;

        ImmutableArray<AlarmRow> rows =
        [
            .. service is null
                ? []
                : PlatformAlarms
                    .Tasks(service, _settings.Alarms.Platform)
                    .Concat(PlatformAlarms.Targets(balancer, _settings.Alarms.Platform)),
            .. database is null ? [] : PlatformAlarms.Database(database, _settings.Alarms.Platform),
            .. canary?.Watch is { } watch ? CanaryAlarms.Rows(watch, _settings.Alarms.Canary) : [],
        ];
        _settings.Alarms.Switches.Unknown([.. rows.Select(row => row.Key), .. system.Front.AlarmKeys]).ThrowIfAny(this);
        string?[] things = [LoadBalancerWatch.Thing, service?.Thing, database?.Thing, canary?.Watch?.Thing];
        var alarms = new AlarmSet(
            name,
            _settings.Alarms.Switches.ToArgs(context, rows, [.. things.OfType<string>()], Topics),
            child
        );
        DashboardUrl = new Dashboard(
            name,
            new() { Context = context, Rows = WebPlatformPictures.Of(alarms, balancer, service, database) },
            child
        ).Url;

        if (_settings.Audit.Any)
            _ = new AuditTrail(name, _settings.Audit.ToArgs(context, system.Key.Arn, Topics, _settings.Protect), child);
        if (_settings.Stop.Enabled && service is { MinimumTasks: > 0 })
            _ = new StopSchedule(name, Stop(parts, service, alarms), child);
        RegisterOutputs();
    }

    private CanaryArgs Canary(WebPlatformArgs parts) => _settings.Canary.ToArgs(parts.Context, _system.Front.Cdn.Url);

    private StopScheduleArgs Stop(WebPlatformArgs parts, ServiceWatch service, AlarmSet alarms) =>
        _settings.Stop.ToArgs(parts.Context, service.ClusterName, service.ServiceName, service.MinimumTasks) with
        {
            DatabaseIdentifier = _system.Database?.Instance.Identifier,
            DatabaseReplicas = _settings.Database.Instance.ReadReplicas,
            AlarmNames = alarms.Names,
            // A start that failed must be heard, though nothing changed since the night.
            RecheckAlarms =
            [
                parts.Context.Label.Name(PlatformAlarms.TasksLow),
                parts.Context.Label.Name(PlatformAlarms.UnhealthyTargets),
            ],
        };
}
