using System.Collections.Immutable;
using Infra.Identity;
using Infra.Observability;
using Infra.Observability.Alarms;
using Infra.Observability.Dashboards;
using Infra.Protection;
using Infra.Settings.Taskflow;
using Infra.Validation;
using Pulumi;

namespace Infra.Systems;

/// <summary>What watches taskflow, tells people and keeps records.</summary>
internal sealed class TaskflowOperations : ComponentResource
{
    // What the source calls these two; the others are called by their keys.
    private static readonly ImmutableSortedDictionary<string, string> SourceNames = ImmutableSortedDictionary<string, string>
        .Empty.Add(UserPoolAlarms.SignInFailures(TaskflowArgs.WebClient), "SignInFailureRate")
        .Add($"{FunctionKey}-errors", "LambdaErrors");

    private const string FunctionKey = "lambda";

    private readonly TaskflowSettings _settings;

    /// <summary>Whom alarms of the stack's own region tell.</summary>
    public AlertTopics Topics { get; }

    /// <summary>The address of the dashboard.</summary>
    public string DashboardUrl { get; }

    internal TaskflowOperations(string name, TaskflowArgs parts, Taskflow system, ComponentResourceOptions options)
        : base("idp:system:TaskflowOperations", name, options)
    {
        var context = parts.Context;
        _settings = parts.Settings;
        var child = new ComponentResourceOptions { Parent = this };

        Topics = new AlertTopics(
            name,
            _settings.Alerts.ToArgs(context, system.Key.Arn, _settings.Protect) with
            {
                Elsewhere = system.Front.Topics.Arns,
            },
            child
        );

        var users = new UserPoolWatch(
            system.Users.PoolId,
            ImmutableSortedDictionary<string, Output<string>>.Empty.Add(
                TaskflowArgs.WebClient,
                system.Users.ClientIds[TaskflowArgs.WebClient]
            )
        )
        {
            HasThreatProtection = _settings.Users.ThreatProtection != ThreatProtection.Off,
        };
        var function = system.Function.Watch(FunctionKey);
        var table = system.Table.Watch("table");
        ImmutableArray<AlarmRow> rows =
        [
            .. Named(UserPoolAlarms.Rows(users, _settings.Alarms.Users)),
            .. Named(FunctionAlarms.Rows(function, _settings.Alarms.Function)),
            .. ApiAlarms.Rows(system.Api.Watch, _settings.Alarms.Api),
            .. TableAlarms.Rows(table, _settings.Alarms.Table),
        ];
        _settings.Alarms.Switches.Unknown([.. rows.Select(row => row.Key), .. system.Front.AlarmKeys]).ThrowIfAny(this);
        ImmutableArray<string> things = [UserPoolWatch.Thing, function.Thing, system.Api.Watch.Thing, table.Thing];
        var alarms = new AlarmSet(
            name,
            _settings.Alarms.Switches.ToArgs(context, rows, things, Topics) with
            {
                Prefix = parts.Names.Alarms,
            },
            child
        );
        DashboardUrl = new Dashboard(
            name,
            new()
            {
                Context = context,
                Name = parts.Names.Dashboard,
                Rows =
                [
                    DashboardRows.Alarms(alarms.Arns.Values),
                    // The titles of the source's own pictures.
                    UserPoolRows.Of("認証", "認証メトリクス", users),
                    ServerlessRows.Api(system.Api.Watch, "API レイテンシ"),
                    ServerlessRows.Functions([function]),
                    ServerlessRows.Tables([table]),
                ],
            },
            child
        ).Url;
        if (_settings.Audit.Any)
            _ = new AuditTrail(name, _settings.Audit.ToArgs(context, system.Key.Arn, Topics, _settings.Protect), child);
        RegisterOutputs();
    }

    private static IEnumerable<AlarmRow> Named(IEnumerable<AlarmRow> rows) =>
        rows.Select(row => row with { Name = SourceNames.GetValueOrDefault(row.Key) });
}
