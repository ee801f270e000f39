namespace Review.Tests.Cost;

/// <summary>Bills that were added up by hand from the price list, by people who check the tables of others.</summary>
public sealed class SourceTableTests
{
    private const string Task = """
        aws:ecs/taskDefinition:TaskDefinition definition {"cpu": "1024", "memory": "2048", "requiresCompatibilities": ["FARGATE"]}
        aws:ecs/service:Service service {"launchType": "FARGATE", "desiredCount": 1, "taskDefinition": "@definition.arn"}
        """;

    private const string Database = """
        aws:rds/instance:Instance db {"engine": "postgres", "engineVersion": "15", "instanceClass": "db.t3.micro", "allocatedStorage": 20, "storageType": "gp3", "multiAz": false}
        """;

    [Test]
    public void One_vCPU_and_two_GB_on_Fargate() => Assert.That(Bills.Sum(Bills.Of(Task)), Is.EqualTo(44.98m)); // (0.05056 + 2 × 0.00553) × 730

    [Test]
    public void The_same_on_Graviton() =>
        Assert.That(
            Bills.Sum(Bills.Of(StackText.Of(Task).With("definition", "runtimePlatform.cpuArchitecture", "\"ARM64\""))),
            Is.EqualTo(35.98m) // (0.04045 + 2 × 0.00442) × 730
        );

    [Test]
    public void Two_such_tasks() =>
        Assert.That(Bills.Sum(Bills.Of(StackText.Of(Task).With("service", "desiredCount", "2"))), Is.EqualTo(89.97m)); // 2 × 44.9826

    [Test]
    public void Two_tasks_of_two_vCPU_and_four_GB()
    {
        var stack = StackText.Of(Task).With("service", "desiredCount", "2").With("definition", "cpu", "2048");
        var arm = stack
            .With("definition", "memory", "\"4 GB\"")
            .With("definition", "runtimePlatform.cpuArchitecture", "\"ARM64\"");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Bills.Sum(Bills.Of(stack.With("definition", "memory", "4096"))), Is.EqualTo(179.93m)); // 2 × (2 × 0.05056 + 4 × 0.00553) × 730
            Assert.That(Bills.Sum(Bills.Of(arm)), Is.EqualTo(143.93m)); // 2 × (2 × 0.04045 + 4 × 0.00442) × 730 = 143.9268
        }
    }

    [Test]
    public void Two_NAT_gateways_with_addresses()
    {
        var bill = Bills.Of(
            """
            aws:ec2/eip:Eip eip-a {}
            aws:ec2/eip:Eip eip-c {}
            aws:ec2/natGateway:NatGateway nat-a {"allocationId": "@eip-a.id"}
            aws:ec2/natGateway:NatGateway nat-c {"allocationId": "@eip-c.id"}
            """,
            "natGbPerMonth: 100"
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Bills.Sum(bill, "nat"), Is.EqualTo(90.52m)); // 2 × 0.062 × 730
            Assert.That(Bills.Sum(bill, "public-ipv4"), Is.EqualTo(7.30m)); // 2 × 0.005 × 730
            Assert.That(Bills.Sum(bill, "nat-data"), Is.EqualTo(6.20m)); // 100 × 0.062, once and not for each gateway
        }
    }

    [Test]
    public void A_load_balancer_with_a_capacity_unit_and_two_addresses()
    {
        var bill = Bills.Of(
            """aws:lb/loadBalancer:LoadBalancer alb {"subnets": ["subnet-a", "subnet-c"]}""",
            "loadBalancerLcus: 1"
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Bills.Sum(bill, "alb"), Is.EqualTo(17.74m)); // 0.0243 × 730
            Assert.That(Bills.Sum(bill, "alb-lcu"), Is.EqualTo(5.84m)); // 0.008 × 730
            Assert.That(Bills.Sum(bill, "public-ipv4"), Is.EqualTo(7.30m));
        }
    }

    [TestCase("db.t3.micro", false, 20, 20.44, 2.76)] // 0.028 × 730, 20 × 0.138
    [TestCase("db.t3.medium", false, 20, 81.76, 2.76)] // 0.112 × 730
    [TestCase("db.t3.medium", true, 20, 163.52, 5.52)] // two of both
    [TestCase("db.r6g.xlarge", true, 100, 788.40, 27.60)] // 2 × 0.54 × 730, 200 × 0.138
    public void A_database(string size, bool multiAz, int gb, double instances, double storage)
    {
        var bill = Bills.Of(
            StackText
                .Of(Database)
                .With("db", "instanceClass", $"\"{size}\"")
                .With("db", "multiAz", multiAz ? "true" : "false")
                .With("db", "allocatedStorage", $"{gb}")
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Bills.Sum(bill, $"rds-postgres-{size}"), Is.EqualTo((decimal)instances));
            Assert.That(Bills.Sum(bill, "rds-gp3"), Is.EqualTo((decimal)storage));
            Assert.That(bill.NotPriced, Is.Empty);
        }
    }

    [Test]
    public void A_replica_has_the_storage_of_its_source()
    {
        var bill = Bills.Of(
            StackText
                .Of(Database)
                .With("db", "allocatedStorage", "100")
                .And(
                    """aws:rds/instance:Instance replica {"replicateSourceDb": "@db.identifier", "instanceClass": "db.r6g.large"}"""
                )
        );
        Assert.That(
            Bills.Lines(bill),
            Is.EqualTo([
                "db rds-postgres-db.t3.micro 730 20.44",
                "db rds-gp3 100 13.80",
                "replica rds-postgres-db.r6g.large 730 197.10", // 0.27 × 730
                "replica rds-gp3 100 13.80",
            ])
        );
    }

    [Test]
    public void The_start_of_a_small_system()
    {
        var bill = Bills.Of(
            StackText
                .Of(Database)
                .And(
                    """
                    aws:ec2/natGateway:NatGateway nat {}
                    aws:rds/proxy:Proxy proxy {"name": "proxy"}
                    aws:rds/proxyTarget:ProxyTarget target {"dbProxyName": "@proxy.name", "dbInstanceIdentifier": "@db.identifier", "targetGroupName": "default"}
                    aws:wafv2/webAcl:WebAcl waf {"rules": [{"name": "a"}, {"name": "b"}, {"name": "c"}]}
                    """
                ),
            "natGbPerMonth: 0\nrequestsPerMonth: 0"
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Bills.Sum(bill, "rds-proxy"), Is.EqualTo(26.28m)); // 2 × 0.018 × 730
            Assert.That(Bills.Sum(bill, "waf-acl", "waf-rule"), Is.EqualTo(8m));
            Assert.That(Bills.Sum(bill), Is.EqualTo(102.74m)); // 20.44 + 2.76 + 45.26 + 26.28 + 8
        }
    }

    [TestCase("redis", 383.98)] // 2 × 0.263 × 730
    [TestCase("valkey", 307.18)] // 2 × 0.2104 × 730
    public void Two_nodes_of_a_cache(string engine, double sum) =>
        Assert.That(
            Bills.Sum(
                Bills.Of(
                    $$"""aws:elasticache/replicationGroup:ReplicationGroup cache {"engine": "{{engine}}", "nodeType": "cache.r7g.large", "numCacheClusters": 2}"""
                )
            ),
            Is.EqualTo((decimal)sum)
        );

    [Test]
    public void Ten_GB_of_logs() =>
        Assert.That(
            Bills.Sum(
                Bills.Of("""aws:cloudwatch/logGroup:LogGroup log {"retentionInDays": 30}""", "logGbPerMonth: 10"),
                "logs-ingest"
            ),
            Is.EqualTo(7.60m)
        );

    [Test]
    public void An_interface_endpoint_in_two_zones() =>
        Assert.That(
            Bills.Sum(
                Bills.Of(
                    """aws:ec2/vpcEndpoint:VpcEndpoint endpoint {"vpcEndpointType": "Interface", "subnetIds": ["a", "c"]}"""
                ),
                "endpoint"
            ),
            Is.EqualTo(20.44m) // 2 × 0.014 × 730
        );
}
