using Infra.Observability;
using Infra.Observability.Alarms;
using Infra.Settings.Alarms;
using Infra.Settings.IdpServer;

namespace Infra.Tests.Observability;

/// <summary>The tables of alarms, read as tables.</summary>
public sealed class AlarmTableTests
{
    [Test]
    public void Production_has_these_alarms() =>
        Assert.That(
            AlarmCase.Rows(new()).Select(Line),
            Is.EqualTo(
                new[]
                {
                    "high-cpu: High, AWS/ECS CPUUtilization Average > 80, 300 s x2, silence missing",
                    "high-memory: High, AWS/ECS MemoryUtilization Average > 80, 300 s x2, silence missing",
                    "tasks-below-minimum: Critical, ECS/ContainerInsights RunningTaskCount Average < 2, 60 s x2, silence breaching",
                    "unhealthy-hosts: Critical, AWS/ApplicationELB UnHealthyHostCount Maximum > 0, 60 s x2, silence notBreaching",
                    "no-healthy-hosts: Critical, AWS/ApplicationELB HealthyHostCount Maximum < 1, 60 s x2, silence breaching",
                    "target-5xx: High, AWS/ApplicationELB HTTPCode_Target_5XX_Count Sum > 10, 300 s x2, silence notBreaching",
                    "elb-5xx: High, AWS/ApplicationELB HTTPCode_ELB_5XX_Count Sum > 10, 300 s x2, silence notBreaching",
                    "latency-p95: Warning, AWS/ApplicationELB TargetResponseTime p95 > 1, 300 s x2, silence notBreaching",
                    "latency-p99: Warning, AWS/ApplicationELB TargetResponseTime p99 > 3, 300 s x2, silence notBreaching",
                    "rejected-connections: High, AWS/ApplicationELB RejectedConnectionCount Sum > 0, 300 s x2, silence notBreaching",
                    "database-cpu: High, AWS/RDS CPUUtilization Average > 80, 300 s x2, silence missing",
                    "database-free-storage: Critical, AWS/RDS FreeStorageSpace Average < 10737418240, 300 s x1, silence missing",
                    "database-connections: High, AWS/RDS DatabaseConnections Average > 160, 300 s x2, silence missing",
                    "database-freeable-memory: Warning, AWS/RDS FreeableMemory Average < 1073741824, 300 s x2, silence missing",
                    "database-ebs-byte-balance: Warning, AWS/RDS EBSByteBalance% Average < 20, 300 s x2, silence notBreaching",
                    "database-ebs-io-balance: Warning, AWS/RDS EBSIOBalance% Average < 20, 300 s x2, silence notBreaching",
                    "database-replica-cpu: High, AWS/RDS CPUUtilization Average > 80, 300 s x2, silence missing",
                    "database-replica-free-storage: Critical, AWS/RDS FreeStorageSpace Average < 10737418240, 300 s x1, silence missing",
                    "database-replica-connections: High, AWS/RDS DatabaseConnections Average > 160, 300 s x2, silence missing",
                    "database-replica-freeable-memory: Warning, AWS/RDS FreeableMemory Average < 1073741824, 300 s x2, silence missing",
                    "database-replica-ebs-byte-balance: Warning, AWS/RDS EBSByteBalance% Average < 20, 300 s x2, silence notBreaching",
                    "database-replica-ebs-io-balance: Warning, AWS/RDS EBSIOBalance% Average < 20, 300 s x2, silence notBreaching",
                    "database-replica-lag: High, AWS/RDS ReplicaLag Average > 30, 300 s x2, silence breaching",
                    "redis-001-engine-cpu: High, AWS/ElastiCache EngineCPUUtilization Average > 80, 300 s x2, silence missing",
                    "redis-001-memory: High, AWS/ElastiCache DatabaseMemoryUsagePercentage Average > 80, 300 s x2, silence missing",
                    "redis-001-evictions: Warning, AWS/ElastiCache Evictions Sum > 100, 300 s x2, silence notBreaching",
                    "redis-001-connections: Warning, AWS/ElastiCache CurrConnections Average > 2000, 300 s x2, silence missing",
                    "redis-001-replication-lag: High, AWS/ElastiCache ReplicationLag Average > 10, 300 s x2, silence notBreaching",
                    "redis-002-engine-cpu: High, AWS/ElastiCache EngineCPUUtilization Average > 80, 300 s x2, silence missing",
                    "redis-002-memory: High, AWS/ElastiCache DatabaseMemoryUsagePercentage Average > 80, 300 s x2, silence missing",
                    "redis-002-evictions: Warning, AWS/ElastiCache Evictions Sum > 100, 300 s x2, silence notBreaching",
                    "redis-002-connections: Warning, AWS/ElastiCache CurrConnections Average > 2000, 300 s x2, silence missing",
                    "redis-002-replication-lag: High, AWS/ElastiCache ReplicationLag Average > 10, 300 s x2, silence notBreaching",
                    "nat-1a-port-errors: High, AWS/NATGateway ErrorPortAllocation Sum > 0, 300 s x2, silence notBreaching",
                    "nat-1a-dropped-packets: Warning, AWS/NATGateway PacketsDropCount Sum > 100, 300 s x2, silence notBreaching",
                    "nat-1c-port-errors: High, AWS/NATGateway ErrorPortAllocation Sum > 0, 300 s x2, silence notBreaching",
                    "nat-1c-dropped-packets: Warning, AWS/NATGateway PacketsDropCount Sum > 100, 300 s x2, silence notBreaching",
                    "waf-blocked-requests: Warning, AWS/WAFV2 BlockedRequests Sum > 1000, 300 s x1, silence notBreaching",
                    "log-errors: High, idp-server/application Errors Sum > 10, 300 s x1, silence notBreaching",
                    "log-security-events: Warning, idp-server/application SecurityEvents Sum > 5000, 300 s x1, silence notBreaching",
                    "log-authentication-failures: High, idp-server/application AuthenticationFailures Sum > 100, 300 s x1, silence notBreaching",
                }
            )
        );

    [Test]
    public void Every_threshold_is_a_setting()
    {
        var settings = new AlarmSettings
        {
            Service = new() { CpuPercent = 91, MemoryPercent = 92 },
            LoadBalancer = new()
            {
                TargetErrors = 51,
                LoadBalancerErrors = 52,
                LatencyP95Milliseconds = 2500,
                LatencyP99Milliseconds = 5000,
                RejectedConnections = 7,
            },
            Database = new()
            {
                CpuPercent = 93,
                FreeStorageGiB = 2,
                ConnectionsPercent = 50,
                FreeMemoryMiB = 100,
                ReplicaLagSeconds = 61,
                StorageBurstPercent = 11,
            },
            Cache = new()
            {
                EngineCpuPercent = 94,
                MemoryPercent = 95,
                Evictions = 1001,
                ReplicationLagSeconds = 62,
                Connections = 501,
            },
            Nat = new() { PortErrors = 3, DroppedPackets = 1002 },
            Waf = new() { BlockedRequests = 5001 },
            Log = new()
            {
                Errors = 53,
                SecurityEvents = 54,
                AuthenticationFailures = 55,
            },
        };

        var thresholds = AlarmCase.Rows(settings).ToDictionary(row => row.Key, row => row.Threshold);

        double[] expected =
        [
            91,
            92,
            2,
            0,
            1,
            51,
            52,
            2.5,
            5,
            7,
            93,
            2147483648,
            100,
            104857600,
            11,
            11,
            93,
            2147483648,
            100,
            104857600,
            11,
            11,
            61,
            94,
            95,
            1001,
            501,
            62,
            94,
            95,
            1001,
            501,
            62,
            3,
            1002,
            3,
            1002,
            5001,
            53,
            54,
            55,
        ];
        Assert.That(thresholds.Values, Is.EqualTo(expected));
    }

    [Test]
    public async Task Every_row_is_about_its_thing_and_its_thing_only()
    {
        var run = await AlarmCase.RunAsync(AlarmCase.Args(AlarmCase.Rows(new())));

        var dimensions = run.All("aws:cloudwatch/metricAlarm:MetricAlarm")
            .ToDictionary(alarm => alarm.Name!["idp-".Length..], Inputs.Dimensions);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(dimensions["high-cpu"], Is.EqualTo("ClusterName=idp-server-cluster ServiceName=idp-server-service"));
            Assert.That(dimensions["high-memory"], Is.EqualTo("ClusterName=idp-server-cluster ServiceName=idp-server-service"));
            Assert.That(dimensions["tasks-below-minimum"], Is.EqualTo(dimensions["high-cpu"]));
            Assert.That(
                dimensions["unhealthy-hosts"],
                Is.EqualTo("LoadBalancer=app/idp-server-alb/1 TargetGroup=targetgroup/idp-server-tg/2")
            );
            Assert.That(dimensions["latency-p99"], Is.EqualTo(dimensions["unhealthy-hosts"]));
            Assert.That(dimensions["target-5xx"], Is.EqualTo(dimensions["unhealthy-hosts"]));
            Assert.That(dimensions["elb-5xx"], Is.EqualTo("LoadBalancer=app/idp-server-alb/1"));
            Assert.That(dimensions["rejected-connections"], Is.EqualTo(dimensions["elb-5xx"]));
            Assert.That(dimensions["database-cpu"], Is.EqualTo("DBInstanceIdentifier=idp-server-postgresql"));
            Assert.That(dimensions["database-replica-lag"], Is.EqualTo("DBInstanceIdentifier=idp-server-postgresql-replica"));
            Assert.That(dimensions["redis-002-memory"], Is.EqualTo("CacheClusterId=idp-server-redis-002"));
            Assert.That(dimensions["nat-1c-port-errors"], Is.EqualTo("NatGatewayId=nat-2"));
            Assert.That(dimensions["waf-blocked-requests"], Is.EqualTo("Region=ap-northeast-1 Rule=ALL WebACL=idp-server-waf"));
            Assert.That(
                run.One("aws:cloudwatch/metricAlarm:MetricAlarm", "idp-log-errors").Inputs.Keys,
                Has.None.EqualTo("dimensions")
            );
        }
    }

    [TestCase("db.t4g.micro", true)]
    [TestCase("db.r6g.xlarge", false)]
    public void Only_instances_with_credits_are_watched_for_credits(string instanceClass, bool watched)
    {
        var rows = DatabaseAlarms.Rows(new("database", "db", instanceClass, 100), new DatabaseAlarmSettings { CpuCredits = 12 });

        Assert.That(
            rows.Where(row => row.Metric!.Name == "CPUCreditBalance").Select(Line),
            watched
                ? Is.EqualTo(
                    new[] { "database-cpu-credits: Warning, AWS/RDS CPUCreditBalance Average < 12, 300 s x2, silence missing" }
                )
                : Is.Empty
        );
    }

    [Test]
    public void What_has_no_replica_is_not_watched_for_lag()
    {
        var database = DatabaseAlarms.Rows(new("database", "db", "db.t4g.micro", 100), new());
        var cache = CacheAlarms.Rows(new("redis-001", "001", HasReplicas: false), new());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(database.Select(row => row.Metric!.Name), Has.None.EqualTo("ReplicaLag"));
            Assert.That(cache.Select(row => row.Metric!.Name), Has.None.EqualTo("ReplicationLag"));
        }
    }

    [Test]
    public void One_of_several_services_has_alarms_of_its_own()
    {
        var rows = ServiceAlarms.Rows(AlarmCase.Service with { Key = "backend-go" }, new());

        Assert.That(
            rows.Select(row => $"{row.Key} {row.Watches}"),
            Is.EqualTo(
                new[]
                {
                    "backend-go-high-cpu service/backend-go",
                    "backend-go-high-memory service/backend-go",
                    "backend-go-tasks-below-minimum service/backend-go",
                }
            )
        );
    }

    [Test]
    public void A_service_meant_to_stand_still_is_not_missed() =>
        Assert.That(
            ServiceAlarms.Rows(AlarmCase.Service with { MinimumTasks = 0 }, new()).Select(row => row.Key),
            Is.EqualTo(new[] { "high-cpu", "high-memory" })
        );

    private static string Line(AlarmRow row)
    {
        var sign = row.Comparison == AlarmComparison.GreaterThan ? '>' : '<';
        var silence = row.MissingData switch
        {
            MissingData.NotBreaching => "notBreaching",
            MissingData.Breaching => "breaching",
            _ => "missing",
        };
        return $"{row.Key}: {row.Severity}, {row.Metric!.Namespace} {row.Metric.Name} {row.Metric.Statistic} {sign} {row.Threshold}, "
            + $"{row.PeriodSeconds} s x{row.EvaluationPeriods}, silence {silence}";
    }
}
