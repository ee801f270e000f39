using System.Collections.Immutable;
using Infra.Observability;
using Infra.Observability.Dashboards;
using Infra.Observability.Logs;
using Infra.Protection;
using Infra.Settings.Neuraknot;
using Infra.Validation;
using Pulumi;

namespace Infra.Systems;

/// <summary>What watches neuraknot, tells people, keeps records, and stops what nobody uses at night.</summary>
internal sealed class NeuraknotOperations : ComponentResource
{
    private readonly NeuraknotSettings _settings;

    /// <summary>Whom alarms tell.</summary>
    public AlertTopics Topics { get; }

    /// <summary>The address of the dashboard.</summary>
    public string DashboardUrl { get; }

    internal NeuraknotOperations(string name, NeuraknotArgs parts, Neuraknot system, ComponentResourceOptions options)
        : base("idp:system:NeuraknotOperations", name, options)
    {
        var context = parts.Context;
        _settings = parts.Settings;
        var child = new ComponentResourceOptions { Parent = this };
        var watched = new NeuraknotWatch(parts, system);
        var rows = watched.Rows;

        Topics = new AlertTopics(name, _settings.Alerts.ToArgs(context, system.Key.Arn, _settings.Protect), child);
        _settings.Alarms.Switches.Unknown([.. rows.Select(row => row.Key)]).ThrowIfAny(this);
        var alarms = new AlarmSet(name, _settings.Alarms.Switches.ToArgs(context, rows, watched.Things, Topics), child);
        DashboardUrl = new Dashboard(name, new() { Context = context, Rows = watched.Pictures(alarms) }, child).Url;

        if (_settings.Audit.Any)
            _ = new AuditTrail(name, _settings.Audit.ToArgs(context, system.Key.Arn, Topics, _settings.Protect), child);
        if (_settings.Stop.Enabled)
            _ = new StopSchedule(name, Stop(parts, system, watched, alarms), child);
        RegisterOutputs();
    }

    private StopScheduleArgs Stop(NeuraknotArgs parts, Neuraknot system, NeuraknotWatch watched, AlarmSet alarms) =>
        _settings.Stop.ToArgs(
            parts.Context,
            [
                .. from service in watched.Services
                where service.MinimumTasks > 0
                select new StoppedService(service.ClusterName, service.ServiceName, service.MinimumTasks) { Role = service.Key },
            ]
        ) with
        {
            DatabaseIdentifier = system.Database.Identifier,
            DatabaseReplicas = _settings.Database.Instance.ReadReplicas,
            AlarmNames = alarms.Names,
            // A start that failed must be heard, though nothing changed since the night.
            RecheckAlarms = [.. watched.Recheck.Select(parts.Context.Label.Name)],
        };
}
