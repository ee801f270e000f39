using Review.Cost;
using Review.Cost.Usage;
using Review.Model;
using Review.Tests.Comparison;

namespace Review.Tests.Cost;

/// <summary>What an estimate says as a whole.</summary>
public sealed class EstimateTests
{
    private const string Nested = """
        idp:system:Shop shop {}
        idp:data:Database data {"^": "shop"}
        aws:rds/instance:Instance db {"^": "data", "engine": "postgres", "instanceClass": "db.t4g.micro", "allocatedStorage": 20, "storageType": "gp3"}
        """;

    [Test]
    public void Fixed_and_usage_are_apart_and_add_up()
    {
        var bill = Bills.Of("aws:ec2/natGateway:NatGateway nat {}", "natGbPerMonth: 100");
        Assert.That((bill.Fixed, bill.UsageAmount, bill.Total), Is.EqualTo((45.26m, 6.20m, 51.46m)));
    }

    [Test]
    public void Components_cost_the_sum_of_what_lies_in_them_the_most_expensive_first()
    {
        var plan = SmallPlan.Of(
            "dev",
            """
            idp:system:Shop system {}
            idp:network:Network net {"^": "system"}
            idp:data:Database data {"^": "system"}
            idp:data:Copies copies {"^": "data"}
            aws:ec2/natGateway:NatGateway nat {"^": "net"}
            aws:ec2/eip:Eip eip {"^": "net"}
            aws:ec2/eip:Eip other {"^": "copies"}
            aws:ec2/eip:Eip own {"^": "system"}
            aws:ec2/eip:Eip loose {}
            """
        );
        var bill = Bills.Of(StackModel.Of(plan), "natGbPerMonth: 0");
        Assert.That(
            bill.Components.Select(component => $"{component.Name} {component.Total}"),
            Is.EqualTo([
                "idp:network:Network net 48.910",
                "below the stack 3.650",
                "idp:data:Database data 3.650",
                "idp:system:Shop system 3.650",
            ])
        );
    }

    [Test]
    public void Tiers_and_free_units_are_of_the_whole_stack()
    {
        const string Pools = """
            aws:cognito/userPool:UserPool a {"userPoolTier": "LITE"}
            aws:cognito/userPool:UserPool b {"userPoolTier": "LITE"}
            """;
        using (Assert.EnterMultipleScope())
        {
            // 60,000 and 60,000: 90,000 × 0.0055 + 30,000 × 0.0046
            Assert.That(Bills.Sum(Bills.Of(Pools, "activeUsersPerMonth: 60000")), Is.EqualTo(633m));
            // 10,000 free: 90,000 × 0.0055 + 20,000 × 0.0046
            Assert.That(Bills.Sum(Bills.Of(Pools, "activeUsersPerMonth: 60000", freeTier: true)), Is.EqualTo(587m));
        }
    }

    [Test]
    public void Free_tiers_are_off_unless_asked_for()
    {
        const string Alarms = """
            aws:cloudwatch/metricAlarm:MetricAlarm a {}
            aws:cloudwatch/dashboard:Dashboard d {}
            """;
        var (paid, free) = (Bills.Of(Alarms), Bills.Of(Alarms, freeTier: true));
        Assert.That((paid.Total, paid.FreeTier, free.Total, free.FreeTier), Is.EqualTo((3.10m, false, 0m, true)));
    }

    [Test]
    public void Spot_has_a_price_and_a_most()
    {
        var bill = Bills.Of(
            """
            aws:ecs/taskDefinition:TaskDefinition task {"cpu": "1024", "memory": "2048", "requiresCompatibilities": ["FARGATE"]}
            aws:ecs/service:Service svc {"taskDefinition": "@task.arn", "desiredCount": 1, "capacityProviderStrategies": [{"capacityProvider": "FARGATE_SPOT", "weight": 1}]}
            """
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Math.Round(bill.Total, 2), Is.EqualTo(13.49m)); // 30 % of 44.98
            Assert.That(Math.Round(bill.AtMost, 2), Is.EqualTo(44.98m));
            Assert.That(
                bill.Items.Select(item => item.Note),
                Is.All.EqualTo("1 × 1 vCPU, 2 GB on Spot, 70 % off and sometimes less")
            );
        }
    }

    [Test]
    public void Prices_from_memory_are_counted_once_each()
    {
        var bill = Bills.Of(
            """
            aws:rds/instance:Instance a {"engine": "postgres", "instanceClass": "db.t3.medium", "allocatedStorage": 20, "storageType": "gp3"}
            aws:rds/instance:Instance b {"engine": "postgres", "instanceClass": "db.t3.medium", "allocatedStorage": 20, "storageType": "gp3"}
            """
        );
        Assert.That(bill.UnverifiedPrices, Is.EqualTo(1));
    }

    [Test]
    public void What_lives_in_another_region_has_its_price_or_none()
    {
        var bill = Bills.Of(
            """
            pulumi:providers:aws global {"region": "us-east-1"}
            aws:cloudwatch/logGroup:LogGroup there {"$provider": "global", "retentionInDays": 0}
            aws:kms/key:Key key {"region": "us-east-1"}
            aws:ec2/natGateway:NatGateway nat {"region": "us-west-2"}
            """,
            "{ logGbPerMonth: 10, keyRequestsPerMonth: 0, natGbPerMonth: 0 }"
        );
        Assert.That(
            Bills.Lines(bill),
            Is.EquivalentTo([
                "there logs-ingest 10 5.00 usage", // 0.50
                "there logs-storage 120 3.60 usage", // 0.03
                "key kms-key 1 1.00",
                "nat ! nat: the price book has no nat in us-west-2",
            ])
        );
    }

    [Test]
    public void A_stop_schedule_is_told_and_the_full_month_is_counted()
    {
        const string Stack = """
            aws:rds/instance:Instance db {"identifier": "shop-db", "engine": "postgres", "instanceClass": "db.t4g.micro", "allocatedStorage": 20, "storageType": "gp3"}
            aws:scheduler/schedule:Schedule stop {"scheduleExpression": "cron(0 20 * * ? *)", "target": {"arn": "arn:aws:scheduler:::aws-sdk:rds:stopDBInstance", "input!": {"DbInstanceIdentifier": "shop-db"}}}
            """;
        var bill = Bills.Of(Stack);
        var other = Bills.Of(
            Stack.Replace("\"DbInstanceIdentifier\": \"shop-db\"", "\"DbInstanceIdentifier\": \"x\"", StringComparison.Ordinal)
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                bill.Items.First(item => item.Price.Id.StartsWith("rds-postgres", StringComparison.Ordinal)).Note,
                Is.EqualTo("stop stops it; the full month is counted")
            );
            Assert.That(Bills.Sum(bill, "rds-postgres-db.t4g.micro"), Is.EqualTo(18.25m));
            Assert.That(
                bill.Notes,
                Is.EqualTo(["a stop schedule halts one resource; the full month is counted, and the bill is lower"])
            );
            Assert.That(other.Notes, Is.Empty);
        }
    }

    [TestCase("1", true)]
    [TestCase("0", false)]
    public void A_schedule_that_sets_tasks_to_nothing_stops_a_service(string count, bool runs)
    {
        var bill = Bills.Of(
            $$$"""
            aws:ecs/taskDefinition:TaskDefinition task {"cpu": "1024", "memory": "2048", "requiresCompatibilities": ["FARGATE"]}
            aws:ecs/service:Service svc {"name": "svc", "taskDefinition": "@task.arn", "desiredCount": 1, "launchType": "FARGATE"}
            aws:scheduler/schedule:Schedule off {"scheduleExpression": "cron(0 20 * * ? *)", "target": {"arn": "arn:aws:scheduler:::aws-sdk:ecs:updateService", "input!": {"Service": "svc", "DesiredCount": {{{count}}} } } }
            """
        );
        Assert.That(bill.Notes, runs ? Is.Empty : Has.Length.EqualTo(1));
    }

    [Test]
    public void A_difference_is_told_by_resource_the_largest_first()
    {
        var before = SmallPlan.Of("dev", Nested + "\naws:ec2/eip:Eip gone {}");
        var after = SmallPlan.Of(
            "dev",
            Nested.Replace("20", "120", StringComparison.Ordinal) + "\naws:ec2/natGateway:NatGateway nat {}"
        );
        var difference = new CostDifference(
            Bills.Of(StackModel.Of(before), "natGbPerMonth: 0"),
            Bills.Of(StackModel.Of(after), "natGbPerMonth: 0")
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                difference.Changes.Select(change =>
                    $"{change.Component} {change.Resource.Name} {change.Before:0.00} {change.After:0.00}"
                ),
                Is.EqualTo([
                    "below the stack nat 0.00 45.26",
                    "idp:data:Database data db 21.01 34.81",
                    "below the stack gone 3.65 0.00",
                ])
            );
            Assert.That(difference.Total, Is.EqualTo(45.26m + 13.80m - 3.65m));
        }
    }

    [Test]
    public void Nothing_of_a_secret_is_told()
    {
        const string Canary = "canary-6b1f";
        var bill = Bills.Of(
            $$$"""
            aws:rds/instance:Instance db {"engine": {"secret": "{{{Canary}}}"}, "instanceClass": {"secret": "{{{Canary}}}"}, "storageType": {"secret": "{{{Canary}}}"}, "allocatedStorage": 20}
            aws:cognito/userPool:UserPool pool {"userPoolTier": {"secret": "{{{Canary}}}"}}
            aws:ec2/instance:Instance vm {"instanceType": {"secret": "{{{Canary}}}"}, "rootBlockDevice": {"volumeType": {"secret": "{{{Canary}}}"}, "volumeSize": 8}}
            aws:synthetics/canary:Canary run {"schedule": {"expression": {"secret": "{{{Canary}}}"} } }
            aws:scheduler/schedule:Schedule later {"scheduleExpression": {"secret": "{{{Canary}}}"}}
            aws:elasticache/replicationGroup:ReplicationGroup cache {"engine": {"secret": "{{{Canary}}}"}, "nodeType": "cache.t4g.micro"}
            aws:lb/loadBalancer:LoadBalancer lb {"loadBalancerType": {"secret": "{{{Canary}}}"}}
            aws:wafv2/webAcl:WebAcl waf {"rules": [{"statement": {"managedRuleGroupStatement": {"vendorName": {"secret": "{{{Canary}}}"}, "name": {"secret": "{{{Canary}}}"} } } }]}
            aws:ecs/cluster:Cluster cluster {"settings": [{"name": "containerInsights", "value": {"secret": "{{{Canary}}}"}}]}
            """
        );
        var told = string.Join(
            '\n',
            [.. Bills.Lines(bill), .. bill.Items.Select(item => item.Note), .. bill.Notes, UsageTemplate.Of(bill)]
        );
        Assert.That(told, Does.Contain("db ").And.Not.Contains(Canary));
    }
}
