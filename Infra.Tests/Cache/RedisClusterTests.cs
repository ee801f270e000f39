using System.Collections.Immutable;
using Infra.Cache;
using Infra.Settings;
using Infra.Settings.IdpServer;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Cache;

public sealed class RedisClusterTests
{
    private const string Group = "aws:elasticache/replicationGroup:ReplicationGroup";

    [Test]
    public async Task Production_has_two_nodes_in_two_zones_behind_TLS_and_a_token()
    {
        var inputs = (await RunAsync(Args())).One(Group).Inputs;

        var expected = new Dictionary<string, object>
        {
            ["replicationGroupId"] = "idp-server-redis",
            ["description"] = "Redis cluster for idp-server",
            ["engine"] = "redis",
            ["engineVersion"] = "7.1",
            ["nodeType"] = "cache.r7g.large",
            ["numCacheClusters"] = 2,
            ["automaticFailoverEnabled"] = true,
            ["multiAzEnabled"] = true,
            ["port"] = 6379,
            ["parameterGroupName"] = "idp-server-redis-params",
            ["subnetGroupName"] = "idp-server-redis-subnet-group",
            ["atRestEncryptionEnabled"] = true,
            ["kmsKeyId"] = "arn:key",
            ["transitEncryptionEnabled"] = true,
            ["transitEncryptionMode"] = "required",
            ["authTokenUpdateStrategy"] = "ROTATE",
            ["snapshotRetentionLimit"] = 5,
            ["snapshotWindow"] = "03:00-05:00",
            ["maintenanceWindow"] = "sun:05:00-sun:06:00",
            ["autoMinorVersionUpgrade"] = true,
            ["applyImmediately"] = false,
        };
        using (Assert.EnterMultipleScope())
        {
            foreach (var (key, value) in expected)
                Assert.That(inputs[key], Is.EqualTo(value), key);
            Assert.That(inputs["securityGroupIds"], Is.EqualTo(new[] { "sg-redis" }));
            Assert.That(inputs["authToken"], Is.EqualTo("0123456789abcdef"));
        }
    }

    [Test]
    public async Task Memory_is_kept_as_the_source_says()
    {
        var group = (await RunAsync(Args())).One("aws:elasticache/parameterGroup:ParameterGroup");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(group.Inputs["name"], Is.EqualTo("idp-server-redis-params"));
            Assert.That(group.Inputs["family"], Is.EqualTo("redis7"));
            Assert.That(
                group.Maps("parameters"),
                Is.EqualTo(
                    new[] { "name=maxmemory-policy value=allkeys-lru", "name=timeout value=300", "name=tcp-keepalive value=60" }
                )
            );
        }
    }

    [Test]
    public async Task Valkey_has_a_parameter_group_of_its_own_name_because_the_old_one_is_in_use()
    {
        var run = await RunAsync(Args() with { Engine = RedisEngine.Valkey, EngineVersion = "8.1" });

        var parameters = run.One("aws:elasticache/parameterGroup:ParameterGroup");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(parameters.Inputs["family"], Is.EqualTo("valkey8"));
            Assert.That(parameters.Inputs["name"], Is.EqualTo("idp-server-valkey-params"));
            Assert.That(run.One(Group).Inputs["engine"], Is.EqualTo("valkey"));
            Assert.That(run.One(Group).Inputs["parameterGroupName"], Is.EqualTo("idp-server-valkey-params"));
        }
    }

    [Test]
    public async Task The_nodes_live_in_the_subnets_given()
    {
        var subnets = (await RunAsync(Args())).One("aws:elasticache/subnetGroup:SubnetGroup");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(subnets.Inputs["name"], Is.EqualTo("idp-server-redis-subnet-group"));
            Assert.That(subnets.Texts("subnetIds"), Is.EqualTo(new[] { "subnet-a", "subnet-c" }));
        }
    }

    [Test]
    public async Task Both_logs_go_to_encrypted_groups_made_before_the_cache()
    {
        var run = await RunAsync(Args() with { LogRetentionDays = 7 });

        var groups = run.All("aws:cloudwatch/logGroup:LogGroup").ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                groups.Select(group => group.Inputs["name"]),
                Is.EquivalentTo(new[] { "/elasticache/idp-server/slow-log", "/elasticache/idp-server/engine-log" })
            );
            Assert.That(groups.Select(group => group.Inputs["kmsKeyId"]), Is.All.EqualTo("arn:key"));
            Assert.That(groups.Select(group => group.Inputs["retentionInDays"]), Is.All.EqualTo(7));
            Assert.That(
                run.One(Group).Maps("logDeliveryConfigurations"),
                Is.EquivalentTo(
                    new[]
                    {
                        "destination=/elasticache/idp-server/slow-log destinationType=cloudwatch-logs logFormat=json logType=slow-log",
                        "destination=/elasticache/idp-server/engine-log destinationType=cloudwatch-logs logFormat=json logType=engine-log",
                    }
                )
            );
            Assert.That(
                run.Registered.Select(resource => resource.Type).ToList().LastIndexOf("aws:cloudwatch/logGroup:LogGroup"),
                Is.LessThan(run.Registered.ToList().FindIndex(resource => resource.Type == Group))
            );
        }
    }

    [Test]
    public async Task Neighbours_get_names_that_are_known_and_endpoints_that_are_not()
    {
        RedisCluster? cluster = null;
        await Sandbox.RunAsync(() => cluster = new RedisCluster("idp", Args() with { Context = TestStacks.Dev, Nodes = 3 }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(cluster!.GroupId, Is.EqualTo("idp-server-dev-redis"));
            Assert.That(
                cluster.NodeIds,
                Is.EqualTo(new[] { "idp-server-dev-redis-001", "idp-server-dev-redis-002", "idp-server-dev-redis-003" })
            );
            Assert.That(
                cluster.LogGroupNames,
                Is.EqualTo(new[] { "/elasticache/idp-server-dev/slow-log", "/elasticache/idp-server-dev/engine-log" })
            );
            Assert.That(await OutputUtilities.GetValueAsync(cluster.PrimaryEndpoint), Is.EqualTo("primary:idp-redis"));
            Assert.That(await OutputUtilities.GetValueAsync(cluster.ReaderEndpoint), Is.EqualTo("reader:idp-redis"));
        }
    }

    [Test]
    public async Task A_single_node_without_failover_is_fine()
    {
        var args = Args() with { Nodes = 1, Failover = false, MultiAz = false, NodeType = "cache.t4g.micro" };

        var inputs = (await RunAsync(args)).One(Group).Inputs;

        Assert.That((inputs["numCacheClusters"], inputs["automaticFailoverEnabled"]), Is.EqualTo(((object)1, (object)false)));
    }

    [Test]
    public async Task What_AWS_refuses_is_refused_all_at_once()
    {
        var bad = Args() with
        {
            Nodes = 1,
            EngineVersion = "7.x",
            NodeType = "cache.t2.micro",
            MaxmemoryPolicy = "lru",
            SnapshotDays = 36,
            SnapshotWindow = "04:30-05:30",
        };

        var error = await Assert.ThrowsAsync<RunException>(() => RunAsync(bad));

        Assert.That(
            error!.Message,
            Does.Contain("RedisCluster 'idp': 7 problems in its args")
                .And.Contain("failover: got true, want false with nodes: 1; a single node has nothing to fail over to")
                .And.Contain("multiAz: got true, want false with nodes: 1; a single node is in one zone")
                .And.Contain("engineVersion: got 7.x, want 7.0 or 7.1; AWS takes no 7.x")
                .And.Contain("nodeType: got cache.t2.micro, want a current generation; it has no TLS")
                .And.Contain("maxmemoryPolicy: got lru, want allkeys-lru, allkeys-lfu")
                .And.Contain("snapshotDays: got 36, want 0 to 35;")
                .And.Contain("snapshotWindow: got 04:30-05:30, want a window apart from maintenanceWindow sun:05:00-sun:06:00;")
        );
    }

    [Test]
    public void Zones_without_failover_are_refused() =>
        Assert.That(
            Only(Args() with { Failover = false }),
            Does.StartWith("multiAz: got true, want false while failover is false;")
        );

    [TestCase(0)]
    [TestCase(7)]
    public void One_to_six_nodes(int nodes) =>
        Assert.That(Only(Args() with { Nodes = nodes }), Does.StartWith($"nodes: got {nodes}, want 1 to 6;"));

    [TestCase("Redis", "8.0", "want 7.0 or 7.1;")]
    [TestCase("Redis", "6.2", "want 7.0 or 7.1;")]
    [TestCase("Valkey", "7.2", "want 8.0, 8.1 or a later 8; engine valkey goes with parameter family valkey8")]
    [TestCase("Valkey", "8.x", "want 8.0, 8.1 or a later 8;")]
    public void A_version_belongs_to_its_engine(string engine, string version, string text) =>
        Assert.That(Only(Args() with { Engine = Enum.Parse<RedisEngine>(engine), EngineVersion = version }), Does.Contain(text));

    [TestCase("r7g.large", "want a node type such as cache.r7g.large;")]
    [TestCase("cache.r7g", "want a node type such as cache.r7g.large;")]
    [TestCase("cache.m3.large", "want a current generation; it has no TLS")]
    public void A_node_type_that_cannot_serve_is_refused(string type, string text) =>
        Assert.That(Only(Args() with { NodeType = type }), Does.Contain(text));

    [TestCase("03:00-03:59")]
    [TestCase("sun:03:00-sun:04:00")]
    [TestCase("3-4")]
    public void A_snapshot_window_is_daily_and_an_hour_at_least(string window) =>
        Assert.That(Only(Args() with { SnapshotWindow = window }), Does.Contain($"got {window}, want hh:mm-hh:mm in UTC"));

    [TestCase("sun:05:00-sun:05:59")]
    [TestCase("05:00-06:00")]
    [TestCase("sunday")]
    public void A_maintenance_window_is_weekly_and_an_hour_at_least(string window) =>
        Assert.That(Only(Args() with { MaintenanceWindow = window }), Does.Contain($"got {window}, want ddd:hh:mm-ddd:hh:mm"));

    [Test]
    public void Settings_are_those_of_production_and_checked_as_the_component_checks()
    {
        var settings = new RedisSettings();
        var args = Args();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(settings.Validate(), Is.Empty);
            Assert.That(
                (settings.NodeType, settings.Nodes, settings.EngineVersion, settings.SnapshotWindow, settings.MaintenanceWindow),
                Is.EqualTo((args.NodeType, args.Nodes, args.EngineVersion, args.SnapshotWindow, args.MaintenanceWindow))
            );
            Assert.That(
                (settings with { Nodes = 1, ProxyImage = "haproxy:latest" }).Validate().Select(problem => problem.Path),
                Is.EquivalentTo(new[] { "failover", "multiAz", "proxyImage" })
            );
            Assert.That((settings with { Tls = RedisTls.Native, ProxyImage = "haproxy:latest" }).Validate(), Is.Empty);
            Assert.That(
                typeof(RedisSettings)
                    .GetProperty("MaxmemoryPolicy")!
                    .GetCustomAttributes(false)
                    .OfType<SettingAttribute>()
                    .Single()
                    .Words,
                Is.EqualTo(RedisEngines.EvictionPolicies)
            );
        }
    }

    private static string Only(RedisClusterArgs args) => args.Validate().Single().ToString();

    private static RedisClusterArgs Args() =>
        new()
        {
            Context = TestStacks.Prod,
            SubnetIds = new[] { "subnet-a", "subnet-c" },
            SecurityGroupId = "sg-redis",
            KeyArn = "arn:key",
            AuthToken = Output.CreateSecret("0123456789abcdef"),
        };

    private static Task<Sandbox> RunAsync(RedisClusterArgs args) => Sandbox.RunAsync(() => _ = new RedisCluster("idp", args));
}
