using Infra.Cost;
using Infra.Observability;
using Infra.Observability.Alarms;
using Infra.Observability.Dashboards;
using Infra.Protection;
using Infra.Settings.Finsight;
using Infra.Settings.Protection;
using Infra.Validation;
using Pulumi;

namespace Infra.Systems;

/// <summary>What watches finsight, tells people, keeps copies and records, and saves money.</summary>
internal sealed class FinsightOperations : ComponentResource
{
    private readonly FinsightSettings _settings;

    /// <summary>Whom alarms of the stack's own region tell, and budgets.</summary>
    public AlertTopics Topics { get; }

    /// <summary>The address of the dashboard.</summary>
    public string DashboardUrl { get; }

    internal FinsightOperations(string name, FinsightArgs parts, Finsight system, ComponentResourceOptions options)
        : base("idp:system:FinsightOperations", name, options)
    {
        var context = parts.Context;
        _settings = parts.Settings;
        var child = new ComponentResourceOptions { Parent = this };
        var watched = new FinsightWatch(parts, system);
        var rows = watched.Rows;

        Topics = new AlertTopics(
            name,
            _settings.Alerts.ToArgs(context, system.Key.Arn, _settings.Protect) with
            {
                Elsewhere = system.Front.Topics.Arns,
                Publishers =
                [
                    AlertPublisher.Budgets,
                    AlertPublisher.CloudWatch,
                    AlertPublisher.CostAnomalies,
                    AlertPublisher.Events,
                ],
            },
            child
        );
        _settings.Alarms.Switches.Unknown([.. rows.Select(row => row.Key), .. system.Front.AlarmKeys]).ThrowIfAny(this);
        var alarms = new AlarmSet(name, _settings.Alarms.Switches.ToArgs(context, rows, watched.Things, Topics), child);
        DashboardUrl = new Dashboard(name, new() { Context = context, Rows = watched.Pictures(alarms) }, child).Url;

        var (critical, warning) = (Topics.Arns[AlertSeverity.Critical], Topics.Arns[AlertSeverity.Warning]);
        if (_settings.Traces.Enabled)
            _ = new TraceGroup(name, _settings.Traces.ToArgs(context, FinsightArgs.TracedServices(context), warning), child);
        if (_settings.Cost.Enabled)
            _ = new CostGuard(name, _settings.Cost.ToArgs(context, warning), child);
        if (_settings.Backup.Enabled)
            _ = new BackupPlan(
                name,
                _settings.Backup.ToArgs(context, system.Key.Arn, _settings.Database.Instance, critical, _settings.Protect),
                child
            );
        if (_settings.Audit.Any)
            _ = new AuditTrail(name, _settings.Audit.ToArgs(context, system.Key.Arn, Topics, _settings.Protect), child);
        if (_settings.Stop.Enabled)
            _ = new StopSchedule(
                name,
                _settings.Stop.ToArgs(context) with
                {
                    DatabaseIdentifier = system.Database.Identifier,
                    DatabaseReplicas = _settings.Database.Instance.ReadReplicas,
                    AlarmNames = alarms.Names,
                },
                child
            );
        Tell();
        RegisterOutputs();
    }

    // What the settings come to, which no resource shows.
    private void Tell()
    {
        Log.Info(_settings.Recovery.Note(_settings.Database.Instance, _settings.Backup), this);
        if (
            RecoverySettings
                .Objectives(_settings.Database.Instance, _settings.Backup)
                .AvailabilityNote(_settings.Availability.Percent) is
            { } note
        )
            Log.Info(note, this);
    }
}
