using System.Collections.Immutable;
using Infra.Compute;
using Infra.Observability;
using Infra.Observability.Alarms;
using Infra.Observability.Dashboards;
using Infra.Observability.Logs;
using Infra.Protection;
using Infra.Security;
using Infra.Settings.Data;
using Infra.Settings.IdpServer;
using Infra.Settings.Network;
using Infra.Settings.Observability;
using Infra.Settings.Protection;
using Infra.Settings.Security;
using Pulumi;

namespace Infra.Systems;

/// <summary>What watches idp-server, tells people, keeps copies, keeps records, and stops what nobody uses at night.</summary>
internal sealed class IdpServerOperations : ComponentResource
{
    private readonly string _name;
    private readonly IdpServerSettings _settings;

    /// <summary>Whom alarms tell, by severity.</summary>
    public AlertTopics Topics { get; }

    /// <summary>The address of the dashboard.</summary>
    public string DashboardUrl { get; }

    internal IdpServerOperations(
        string name,
        IdpServerArgs parts,
        IdpServer system,
        ServiceLog log,
        ComponentResourceOptions options
    )
        : base("idp:system:IdpServerOperations", name, options)
    {
        var context = parts.Context;
        (_name, _settings) = (name, parts.Settings);
        var child = new ComponentResourceOptions { Parent = this };
        var watched = new IdpServerWatch(parts, system);

        Topics = new AlertTopics(name, _settings.Alerts.ToArgs(context, system.Key.Arn, _settings.Protect), child);
        var counts = new LogMetrics(name, new() { Context = context, LogGroupName = log.Name }, child);
        _ = new SavedQueries(name, new() { Context = context, LogGroupName = log.Name }, child);
        var alarms = new AlarmSet(
            name,
            new()
            {
                Context = context,
                Rows = watched.Rows(counts, _settings.Alarms),
                Composites = watched.Composites,
                Things = watched.Things,
                Topics = Topics.Arns,
                Muted = _settings.Alarms.Muted,
                ActionsEnabled = _settings.Alarms.Enabled,
                RunbookBase = _settings.Alarms.RunbookBase,
            },
            child
        );
        DashboardUrl = new Dashboard(
            name,
            new() { Context = context, Rows = watched.Pictures(alarms, counts, log.Name) },
            child
        ).Url;

        if (_settings.Backup.Enabled)
            _ = new BackupPlan(name, Backup(parts, system), child);
        if (_settings.Audit.Any)
            _ = new AuditTrail(name, _settings.Audit.ToArgs(context, system.Key.Arn, Topics, _settings.Protect), child);
        if (_settings.Stop.Enabled && system.Service is { } service)
            _ = new StopSchedule(name, Stop(parts, system, service, alarms), child);
        RegisterOutputs();
    }

    private BackupPlanArgs Backup(IdpServerArgs parts, IdpServer system) =>
        _settings.Backup.ToArgs(
            parts.Context,
            system.Key.Arn,
            _settings.Database,
            Topics.Arns[AlertSeverity.Critical],
            _settings.Protect
        ) with
        {
            Copy = _settings.Backup.CopyRegion is { } region ? Copy(parts, region) : null,
        };

    // Neither vaults nor keys reach across regions.
    private BackupCopy Copy(IdpServerArgs parts, string region)
    {
        var there = parts.Context with { Region = region };
        var provider = AwsProvider.For(there, _settings.Tags.For(there), "aws-backup-copy");
        var key = new EncryptionKey(
            $"{_name}-backup-copy",
            _settings.Key.ToArgs(there, [], _settings.Protect) with
            {
                Services = ["backup", "rds"],
            },
            new() { Parent = this, Providers = { provider } }
        );
        return new(region) { Provider = provider, KeyArn = key.Arn };
    }

    private StopScheduleArgs Stop(IdpServerArgs parts, IdpServer system, FargateService service, AlarmSet alarms) =>
        _settings.Stop.ToArgs(
            parts.Context,
            system.Cluster.ClusterName,
            service.ServiceName,
            _settings.Service.Scaling.MinTasks
        ) with
        {
            DatabaseIdentifier = system.Database.Identifier,
            DatabaseReplicas = _settings.Database.ReadReplicas,
            AlarmNames = alarms.Names,
            // A start that failed must be heard, though nothing changed since the night.
            RecheckAlarms =
            [
                parts.Context.Label.Name(ServiceAlarms.TasksBelowMinimum),
                parts.Context.Label.Name(LoadBalancerAlarms.NoHealthyHosts),
            ],
        };
}
