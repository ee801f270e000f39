using System.Collections.Immutable;
using Infra.Observability;
using Infra.Observability.Alarms;
using Infra.Observability.Logs;
using Infra.Settings.IdpServer;
using Pulumi;

namespace Infra.Tests.Observability;

/// <summary>The alarms of a production stack and of the cheap one, and one sound row that each test changes.</summary>
internal static class AlarmCase
{
    public static readonly ServiceWatch Service = new("idp-server-cluster", "idp-server-service", 2);

    public static readonly LoadBalancerWatch Balancer = new(
        Output.Create("app/idp-server-alb/1"),
        Output.Create("targetgroup/idp-server-tg/2")
    );

    public static readonly ImmutableArray<DatabaseWatch> Databases =
    [
        new("database", "idp-server-postgresql", "db.r6g.xlarge", 200),
        new("database-replica", "idp-server-postgresql-replica", "db.r6g.large", 200) { IsReplica = true },
    ];

    public static readonly ImmutableArray<CacheWatch> Members =
    [
        new("idp-server-redis-001", "001", HasReplicas: true),
        new("idp-server-redis-002", "002", HasReplicas: true),
    ];

    public static readonly ImmutableArray<NatWatch> Gateways =
    [
        new("1a", Output.Create("nat-1")),
        new("1c", Output.Create("nat-2")),
    ];

    public static readonly WafWatch Waf = new("idp-server-waf", "ap-northeast-1");

    public static ImmutableSortedDictionary<string, MetricSource> Counts =>
        ApplicationLog.All.ToImmutableSortedDictionary(
            metric => metric.Key,
            metric => new MetricSource("idp-server/application", metric.MetricName, "Sum")
        );

    public static ImmutableArray<string> Things =>
        [
            Service.Thing,
            LoadBalancerWatch.Thing,
            WafWatch.Thing,
            ApplicationLog.Thing,
            .. Databases.Select(database => database.Thing),
            .. Members.Select(member => member.Thing),
            .. Gateways.Select(gateway => gateway.Thing),
        ];

    public static ImmutableSortedDictionary<AlertSeverity, Output<string>> Topics =>
        Enum.GetValues<AlertSeverity>()
            .ToImmutableSortedDictionary(
                severity => severity,
                severity => Output.Create(severity == AlertSeverity.Warning ? "arn:warnings" : "arn:alerts")
            );

    public static ImmutableArray<AlarmRow> Rows(AlarmSettings settings) =>
        [
            .. ServiceAlarms.Rows(Service, settings.Service),
            .. LoadBalancerAlarms.Rows(Balancer, settings.LoadBalancer),
            .. Databases.SelectMany(database => DatabaseAlarms.Rows(database, settings.Database)),
            .. Members.SelectMany(member => CacheAlarms.Rows(member, settings.Cache)),
            .. Gateways.SelectMany(gateway => NatAlarms.Rows(gateway, settings.Nat)),
            .. WafAlarms.Rows(Waf, settings.Waf),
            .. ApplicationLog.Rows(Counts, settings.Log),
        ];

    public static AlarmRow Row() =>
        new()
        {
            Key = "high-cpu",
            Watches = "service",
            Severity = AlertSeverity.High,
            Description = "Alert when CPU exceeds 80%",
            Runbook = "service.md#high-cpu",
            Metric = ServiceAlarms.Cpu(Service),
            Threshold = 80,
            Highest = 100,
            MissingData = MissingData.Missing,
        };

    public static AlarmSetArgs Args(params ImmutableArray<AlarmRow> rows) =>
        new()
        {
            Context = TestStacks.Prod,
            Rows = rows,
            Things = Things,
            Topics = Topics,
        };

    public static Task<Sandbox> RunAsync(AlarmSetArgs args) => Sandbox.RunAsync(() => _ = new AlarmSet("idp", args));
}
