using Engine.Planning;
using Infra.Observability;
using Infra.Settings;
using Infra.Tests.Stacks;

namespace Infra.Tests.Systems;

public sealed class IdpServerOperationsTests
{
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";

    [Test]
    public async Task What_stands_still_is_not_watched()
    {
        var settings = SystemCase.Settings(StackEnvironment.Prod);
        var off = await SystemCase.RunAsync(
            TestStacks.Prod,
            settings with
            {
                Service = settings.Service with { Enabled = false },
            }
        );

        var names = off.All(Alarm).Select(alarm => (string)alarm.Inputs["name"]).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(names, Has.None.EqualTo("idp-server-high-cpu").And.None.Contains("deploy"));
            Assert.That(names, Has.Some.StartsWith("idp-server-database-").And.Some.StartsWith("idp-server-redis-"));
            Assert.That(off.All("aws:ecs/service:Service"), Is.Empty);
            Assert.That(off.All("aws:cloudwatch/compositeAlarm:CompositeAlarm"), Is.Empty);
        }
    }

    [Test]
    public async Task Every_part_is_watched_by_the_name_it_has()
    {
        var run = await SystemCase.RunAsync(TestStacks.Prod, SystemCase.Settings(StackEnvironment.Prod));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.One(Alarm, "idp-server-high-cpu").Json("dimensions"),
                Is.EqualTo("""{"ClusterName":"idp-server-cluster","ServiceName":"idp-server-service"}""")
            );
            Assert.That(
                run.All(Alarm).Where(alarm => alarm.Inputs.ContainsKey("dimensions")).Select(alarm => alarm.Json("dimensions")),
                Does.Contain("""{"DBInstanceIdentifier":"idp-server-postgresql"}""")
                    .And.Contain("""{"DBInstanceIdentifier":"idp-server-postgresql-replica"}""")
                    .And.Contain("""{"CacheClusterId":"idp-server-redis-001"}""")
                    .And.Contain("""{"CacheClusterId":"idp-server-redis-002"}""")
                    .And.Contain("""{"NatGatewayId":"id:idp-server-nat-1a"}""")
                    .And.Contain("""{"NatGatewayId":"id:idp-server-nat-1c"}""")
            );
        }
    }

    [TestCase("prod", true)]
    [TestCase("dev", false)]
    public async Task A_protected_stack_whose_alarms_nobody_hears_says_so(string stack, bool isTold)
    {
        var told = (await StackPlans.OfAsync(stack)).Diagnostics.Where(said => said.Severity == Severity.Warning);

        Assert.That(
            told.Any(said => said.Message.StartsWith("alarms ring and nobody hears them", StringComparison.Ordinal)),
            Is.EqualTo(isTold)
        );
    }

    [Test]
    public void Any_receiver_is_somebody()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(AlertReceivers.Nobody.IsNobody, Is.True);
            Assert.That(new AlertReceivers { Emails = ["a@example.com"] }.IsNobody, Is.False);
            Assert.That(new AlertReceivers { Https = ["https://events.example.com"] }.IsNobody, Is.False);
            Assert.That(new AlertReceivers { SlackChannelId = "C0123456789" }.IsNobody, Is.False);
        }
    }

    [Test]
    public async Task Copies_in_a_second_region_have_a_vault_and_a_key_there()
    {
        var settings = SystemCase.Settings(StackEnvironment.Prod);
        var run = await SystemCase.RunAsync(
            TestStacks.Prod,
            settings with
            {
                Backup = settings.Backup with { CopyRegion = "ap-northeast-3" },
            }
        );

        var provider = run.One("pulumi:providers:aws", "aws-backup-copy");
        var vault = run.One("aws:backup/vault:Vault", "idp-server-backup-copy-vault");
        var key = run.One("aws:kms/key:Key", "idp-server-backup-copy-kms-key");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(provider.Inputs["region"], Is.EqualTo("ap-northeast-3"));
            Assert.That((string)provider.Inputs["allowedAccountIds"], Does.Contain("111111111111"));
            Assert.That(vault.Provider, Does.Contain("::aws-backup-copy::"));
            Assert.That(vault.Inputs["kmsKeyArn"], Is.EqualTo("arn:idp-server-backup-copy-kms-key"));
            Assert.That(key.Provider, Does.Contain("::aws-backup-copy::"));
            Assert.That(
                (string)key.Inputs["policy"],
                Does.Contain("backup.ap-northeast-3.amazonaws.com")
                    .And.Contain("rds.ap-northeast-3.amazonaws.com")
                    .And.Not.Contain("ap-northeast-1")
                    .And.Not.Contain("logs.")
            );
            Assert.That(run.One("aws:backup/plan:Plan").Json("rules"), Does.Contain("arn:idp-server-backup-copy-vault"));
        }
    }

    [Test]
    public async Task Production_keeps_copies_and_never_stops()
    {
        var run = await SystemCase.RunAsync(TestStacks.Prod, SystemCase.Settings(StackEnvironment.Prod));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.All("aws:backup/plan:Plan").Count(), Is.EqualTo(1));
            Assert.That(run.One("aws:rds/instance:Instance", "idp-server-postgresql").Tag("Backup"), Is.EqualTo("daily"));
            Assert.That(run.All("aws:scheduler/schedule:Schedule"), Is.Empty);
        }
    }

    [Test]
    public async Task Development_stops_at_night_and_keeps_no_copies()
    {
        var run = await SystemCase.RunAsync(TestStacks.Dev, SystemCase.Settings(StackEnvironment.Dev));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.All("aws:backup/plan:Plan"), Is.Empty);
            Assert.That(
                run.All("aws:scheduler/schedule:Schedule").Select(schedule => schedule.Inputs["scheduleExpressionTimezone"]),
                Is.Not.Empty.And.All.EqualTo("Asia/Tokyo")
            );
        }
    }

    [Test]
    public async Task Records_of_the_account_are_kept_where_the_stack_says_so()
    {
        var settings = SystemCase.Settings(StackEnvironment.Prod);
        var run = await SystemCase.RunAsync(
            TestStacks.Prod,
            settings with
            {
                Audit = new() { CloudTrail = true, GuardDuty = true },
            }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.All("aws:cloudtrail/trail:Trail").Count(), Is.EqualTo(1));
            Assert.That(run.All("aws:guardduty/detector:Detector").Count(), Is.EqualTo(1));
            Assert.That(run.All("aws:cfg/recorder:Recorder"), Is.Empty);
        }
    }
}
