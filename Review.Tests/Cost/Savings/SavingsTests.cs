using System.Collections.Immutable;
using Review.Cost;
using Review.Cost.Savings;
using Review.Model;

namespace Review.Tests.Cost.Savings;

internal sealed class SavingsTests
{
    private const decimal Hours = 730;

    private const string Task =
        """aws:ecs/taskDefinition:TaskDefinition task {"cpu": "1024", "memory": "2048", "requiresCompatibilities": ["FARGATE"]}""";

    private const string Service = """
        aws:ecs/service:Service service {"name": "web", "desiredCount": 2, "launchType": "FARGATE", "taskDefinition": "@task.arn"}
        """;

    private const string Database = """
        aws:rds/instance:Instance db {"identifier": "main", "engine": "postgres", "engineVersion": "15", "instanceClass": "db.t3.medium", "allocatedStorage": 20, "storageType": "gp3"}
        """;

    [Test]
    public void Tasks_on_Graviton_save_the_difference_of_both_prices()
    {
        // 2 tasks of 1 vCPU and 2 GB.
        var expected = 2 * Hours * (0.05056m - 0.04045m + 2 * (0.00553m - 0.00442m));

        var saving = Only(StackText.Of($"{Task}\n{Service}"), "Run tasks on Graviton", "prod");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(saving.Amount, Is.EqualTo(expected));
            Assert.That(saving.Resources, Is.EqualTo(new[] { "task" }));
            Assert.That(saving.IsUnverified, Is.False);
        }
    }

    [Test]
    public void Tasks_that_are_on_Graviton_already_save_nothing() =>
        Assert.That(
            Titles(StackText.Of($"{Task}\n{Service}").With("task", "runtimePlatform", """{"cpuArchitecture": "ARM64"}""")),
            Has.None.EqualTo("Run tasks on Graviton")
        );

    [Test]
    public void Functions_on_Graviton_save_a_fifth_of_their_time()
    {
        var stack = StackText.Of("""aws:lambda/function:Function api {"memorySize": 1024}""");
        var time = Estimate(stack, "prod").Items.Single(item => item.Price.Id == "lambda-x86-duration");

        var saving = Only(stack, "Run functions on Graviton", "prod");

        Assert.That(saving.Amount, Is.EqualTo(time.Quantity * (0.0000166667m - 0.0000133334m)).Within(0.000001m));
    }

    [Test]
    public void Databases_on_Graviton_save_the_difference_of_both_classes_and_say_that_prices_are_from_memory()
    {
        var saving = Only(StackText.Of(Database), "Run databases on Graviton", "prod");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(saving.Amount, Is.EqualTo(Hours * (0.112m - 0.101m)));
            Assert.That(saving.IsUnverified, Is.True);
        }
    }

    [Test]
    public void Where_the_book_lacks_the_other_price_the_amount_is_not_known()
    {
        var saving = Only(
            StackText.Of(Database).With("db", "instanceClass", "\"db.m5.large\""),
            "Run databases on Graviton",
            "prod"
        );

        Assert.That(saving.Amount, Is.Null);
    }

    [Test]
    public void Valkey_saves_a_fifth_of_the_nodes()
    {
        var stack = StackText.Of(
            """aws:elasticache/replicationGroup:ReplicationGroup cache {"nodeType": "cache.r7g.large", "numCacheClusters": 2}"""
        );

        Assert.That(Only(stack, "Take Valkey instead of Redis OSS", "prod").Amount, Is.EqualTo(2 * Hours * (0.263m - 0.2104m)));
    }

    [Test]
    public void One_NAT_gateway_saves_the_others_and_their_addresses()
    {
        var stack = StackText.Of(
            """
            aws:ec2/eip:Eip address-a {}
            aws:ec2/eip:Eip address-b {}
            aws:ec2/natGateway:NatGateway nat-a {"allocationId": "@address-a.id"}
            aws:ec2/natGateway:NatGateway nat-b {"allocationId": "@address-b.id"}
            """
        );

        var saving = Only(stack, "Share one NAT gateway between the zones", "prod");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(saving.Amount, Is.EqualTo(Hours * (0.062m + 0.005m)));
            Assert.That(saving.Resources, Is.EqualTo(new[] { "address-b", "nat-b" }));
            Assert.That(Titles(stack.Without("nat-b")), Has.None.EqualTo("Share one NAT gateway between the zones"));
        }
    }

    [Test]
    public void Endpoints_save_nothing_beyond_their_break_even()
    {
        var stack = StackText.Of(
            """
            aws:ec2/natGateway:NatGateway nat {}
            aws:ec2/vpcEndpoint:VpcEndpoint logs {"vpcEndpointType": "Interface", "subnetIds": ["subnet-a", "subnet-b"]}
            """
        );
        // Two zones by the hour, less what a GB costs more through the gateway.
        const decimal Fixed = 2 * 0.014m * Hours;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(With(stack, 100)?.Amount, Is.EqualTo(Fixed - 100 * (0.062m - 0.01m)));
            Assert.That(With(stack, 392)?.Amount, Is.EqualTo(Fixed - 392 * (0.062m - 0.01m)));
            Assert.That(With(stack, 394), Is.Null);
        }
    }

    [Test]
    public void An_endpoint_that_is_not_there_is_considered_with_its_break_even()
    {
        var stack = StackText.Of(
            """
            aws:ec2/natGateway:NatGateway nat {}
            aws:ec2/subnet:Subnet a {"availabilityZone": "ap-northeast-1a"}
            aws:ec2/subnet:Subnet c {"availabilityZone": "ap-northeast-1c"}
            """
        );

        Assert.That(
            Report(stack, "prod").Considered.Single().Why,
            Does.StartWith("20.44 USD a month in 2 zones: pays when more than 393 GB a month go to that service")
        );
    }

    [Test]
    public void Spot_saves_outside_production_only()
    {
        var stack = StackText.Of($"{Task}\n{Service}");
        var full = 2 * Hours * (0.05056m + 2 * 0.00553m);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Only(stack, "Run tasks on Fargate Spot", "dev").Amount, Is.EqualTo(full * 0.7m));
            Assert.That(Titles(stack, "prod"), Has.None.EqualTo("Run tasks on Fargate Spot"));
        }
    }

    [Test]
    public void Logs_kept_for_less_long_save_what_is_stored_beyond()
    {
        var stack = StackText.Of(
            """
            aws:cloudwatch/logGroup:LogGroup audit {"retentionInDays": 365}
            aws:cloudwatch/logGroup:LogGroup app {"retentionInDays": 30}
            """
        );
        var gb = Estimate(stack, "prod").Items.First(item => item.Price.Id == "logs-ingest").Quantity;

        var saving = Only(stack, "Keep logs for 30 days", "prod");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(saving.Amount, Is.EqualTo(gb * 0.033m * (365 - 30) / (Hours / 24)).Within(0.000001m));
            Assert.That(saving.Resources, Is.EqualTo(new[] { "audit" }));
        }
    }

    [Test]
    public void A_volume_type_without_a_price_is_a_saving_of_an_unknown_amount()
    {
        var saving = Only(StackText.Of(Database).With("db", "storageType", "\"gp2\""), "Put databases on gp3 storage", "prod");

        Assert.That(saving.Amount, Is.Null);
    }

    [Test]
    public void What_schedules_stop_saves_the_hours_between_stop_and_start()
    {
        // Off from 20:00 to 8:00 on five nights, and from Friday 20:00 to Monday 8:00: 4 × 12 + 60 of 168 hours.
        var stack = StackText
            .Of(Database)
            .And(
                """
                aws:scheduler/schedule:Schedule stop {"scheduleExpression": "cron(0 20 ? * * *)", "target": {"arn": "arn:aws:scheduler:::aws-sdk:rds:stopDBInstance", "input!": {"DbInstanceIdentifier": "main"}}}
                aws:scheduler/schedule:Schedule start {"scheduleExpression": "cron(0 8 ? * MON-FRI *)", "target": {"arn": "arn:aws:scheduler:::aws-sdk:rds:startDBInstance", "input!": {"DbInstanceIdentifier": "main"}}}
                """
            );

        var saving = Only(stack, "Stop what nobody uses at night and on weekends", "dev");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(saving.Amount, Is.EqualTo(Hours * 0.112m * 108 / 168).Within(0.000001m));
            Assert.That(saving.IsPlanned, Is.True);
            Assert.That(Titles(stack), Has.None.StartsWith("Stop databases and services"));
        }
    }

    [Test]
    public void What_no_schedule_stops_could_be_stopped_but_for_production_and_databases_with_replicas()
    {
        var stack = StackText.Of(Database);
        var replica = stack.And(
            """aws:rds/instance:Instance copy {"replicateSourceDb": "@db.identifier", "instanceClass": "db.t3.medium"}"""
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Only(stack, "Stop databases and services at night and on weekends", "dev").Amount,
                Is.EqualTo(Hours * 0.112m * 118 / 168).Within(0.000001m)
            );
            Assert.That(Titles(stack, "prod"), Has.None.StartsWith("Stop databases"));
            Assert.That(Titles(replica), Has.None.StartsWith("Stop databases"));
        }
    }

    private static Saving? With(StackText stack, int gb) =>
        Report(stack, "prod", gb)
            .Savings.SingleOrDefault(saving =>
                saving.Title.StartsWith("Leave interface endpoints out", StringComparison.Ordinal)
            );

    private static Saving Only(StackText stack, string title, string environment) =>
        Report(stack, environment).Savings.Single(saving => saving.Title == title);

    private static IEnumerable<string> Titles(StackText stack, string environment = "dev") =>
        Report(stack, environment).Savings.Select(saving => saving.Title);

    private static CostEstimate Estimate(StackText stack, string environment) => CostEstimate.Of(Model(stack, environment));

    private static SavingsReport Report(StackText stack, string environment, int? endpointGb = null)
    {
        var options = new CostOptions();
        if (endpointGb is { } gb)
            options = options with { Usage = Review.Cost.Usage.UsageReader.Read($"endpointGbPerMonth: {gb}", "test") };
        var model = Model(stack, environment);
        return SavingsReport.Of(model, options, CostEstimate.Of(model, options));
    }

    private static StackModel Model(StackText stack, string environment)
    {
        var plan = stack.Plan();
        return StackModel.Of(plan with { Config = plan.Config.Add("test:environment", environment) });
    }
}
