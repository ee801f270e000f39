using System.Collections.Immutable;
using Infra.Observability;
using Infra.Observability.Alarms;
using Infra.Observability.Dashboards;
using Infra.Settings.Finsight;

namespace Infra.Systems;

/// <summary>The things of finsight that are watched: what alarms and pictures are made of.</summary>
internal sealed class FinsightWatch
{
    private readonly FinsightSettings _settings;
    private readonly ApiWatch _api;
    private readonly ImmutableArray<FunctionWatch> _functions;
    private readonly DatabaseWatch _database;
    private readonly DatabaseProxyWatch? _proxy;
    private readonly MailWatch? _mail;
    private readonly ImmutableArray<NatWatch> _gateways;

    internal FinsightWatch(FinsightArgs parts, Finsight system)
    {
        _settings = parts.Settings;
        var database = _settings.Database.Instance;
        _api = system.Lambda.Api.Watch;
        _functions = system.Lambda.Watches;
        _database = new("database", system.Database.Identifier, database.InstanceClass, database.MaxConnections);
        _proxy = system.Proxy is { } proxy ? new("proxy", proxy.ProxyName, proxy.Connections) : null;
        _mail = system.Mail is null ? null : new("mail", parts.Context.Label.ConfigurationSet("mail"));
        _gateways = [.. system.Network.NatGatewayIds.Select(nat => new NatWatch(nat.Key, nat.Value))];
    }

    /// <summary>What there is to watch; an alarm on anything else is refused.</summary>
    public ImmutableArray<string> Things =>
        [
            _api.Thing,
            _database.Thing,
            .. _functions.Select(function => function.Thing),
            .. _proxy is null ? Array.Empty<string>() : [_proxy.Thing],
            .. _mail is null ? Array.Empty<string>() : [_mail.Thing],
            .. _gateways.Select(gateway => gateway.Thing),
        ];

    /// <summary>The table of alarms.</summary>
    public ImmutableArray<AlarmRow> Rows =>
        [
            .. ApiAlarms.Rows(_api, _settings.Alarms.Api),
            ApiAlarms.CallerErrors(_api, _settings.Alarms.Callers),
            .. AvailabilityAlarms.Rows(_api, _settings.Availability),
            .. _functions.SelectMany(function => FunctionAlarms.Rows(function, _settings.Alarms.Function)),
            .. DatabaseAlarms.Rows(_database, _settings.Alarms.Database),
            .. _proxy is null ? [] : DatabaseProxyAlarms.Rows(_proxy, _settings.Alarms.Proxy),
            .. _mail is null ? [] : MailAlarms.Rows(_mail, _settings.MailLimits),
            .. _gateways.SelectMany(gateway => NatAlarms.Rows(gateway, _settings.Alarms.Nat)),
        ];

    /// <summary>The dashboard, from top to bottom.</summary>
    public ImmutableArray<DashboardRow> Pictures(AlarmSet alarms) =>
        [
            DashboardRows.Alarms(alarms.Arns.Values),
            OperationsRows.Availability(_api, _settings.Availability),
            ServerlessRows.Api(_api),
            ServerlessRows.Functions(_functions),
            ServerlessRows.FailedEvents(_functions),
            DashboardRows.Database([_database]),
            .. _proxy is null ? [] : new[] { DatabaseProxyRow.Of(_proxy) },
            .. _mail is null ? [] : new[] { OperationsRows.Mail(_mail, _settings.MailLimits) },
        ];
}
