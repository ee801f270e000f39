using Infra.Protection;
using Infra.Settings.Protection;
using Pulumi;

namespace Infra.Tests.Protection;

public sealed class ConfigRulesTests
{
    private const string Rule = "aws:cfg/rule:Rule";

    private static AuditTrailArgs Args() =>
        AuditCase.Args() with
        {
            ConfigRules = [ConfigRuleTable.DatabaseEncrypted, ConfigRuleTable.CallsRecorded, ConfigRuleTable.KeysRotated],
        };

    [Test]
    public async Task Each_rule_is_one_of_AWS()
    {
        var run = await AuditCase.RunAsync(Args());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.All(Rule).Select(rule => $"{rule.Name}: {rule.Inputs["name"]} {Inputs.Pairs(rule.Inputs["source"])}"),
                Is.EqualTo(
                    new[]
                    {
                        "idp-rule-access-keys-rotated: idp-server-access-keys-rotated owner=AWS sourceIdentifier=ACCESS_KEYS_ROTATED",
                        "idp-rule-cloudtrail-enabled: idp-server-cloudtrail-enabled owner=AWS sourceIdentifier=CLOUD_TRAIL_ENABLED",
                        "idp-rule-rds-storage-encrypted: idp-server-rds-storage-encrypted owner=AWS sourceIdentifier=RDS_STORAGE_ENCRYPTED",
                    }
                )
            );
            Assert.That(
                run.One(Rule, "idp-rule-access-keys-rotated").Inputs["inputParameters"],
                Is.EqualTo("""{"maxAccessKeyAge":"90"}""")
            );
            Assert.That(
                run.One(Rule, "idp-rule-rds-storage-encrypted").Inputs["description"],
                Is.EqualTo("Databases are encrypted")
            );
            Assert.That(run.One(Rule, "idp-rule-rds-storage-encrypted").Inputs.Keys, Has.None.EqualTo("inputParameters"));
            Assert.That(run.All("aws:cloudwatch/eventRule:EventRule"), Is.Empty);
        }
    }

    [Test]
    public async Task What_begins_to_break_a_rule_of_the_stack_is_told()
    {
        var run = await AuditCase.RunAsync(Args() with { GuardDuty = false, TopicArn = Output.Create("arn:alerts") });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.One("aws:cloudwatch/eventRule:EventRule").Inputs["eventPattern"],
                Is.EqualTo(
                    """{"source":["aws.config"],"detail-type":["Config Rules Compliance Change"],"detail":{"messageType":["ComplianceChangeNotification"],"configRuleName":[{"prefix":"idp-server-"}],"newEvaluationResult":{"complianceType":["NON_COMPLIANT"]}}}"""
                )
            );
            Assert.That(run.One("aws:cloudwatch/eventTarget:EventTarget").Inputs["arn"], Is.EqualTo("arn:alerts"));
        }
    }

    [Test]
    public async Task Where_something_else_records_there_is_no_second_recorder()
    {
        var run = await AuditCase.RunAsync(
            Args() with
            {
                CloudTrail = false,
                Config = false,
                GuardDuty = false,
                RecorderExists = true,
            }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.All(Rule).Count(), Is.EqualTo(3));
            Assert.That(run.All("aws:cfg/recorder:Recorder"), Is.Empty);
            Assert.That(run.All("aws:s3/bucket:Bucket"), Is.Empty);
        }
    }

    [Test]
    public async Task Rules_wait_until_something_is_recorded()
    {
        var waits = new List<string>();
        ResourceTransformationResult? Look(ResourceTransformationArgs made)
        {
            if (made.Resource is Pulumi.Aws.Cfg.Rule)
                waits.AddRange(
                    Pulumi
                        .Utilities.OutputUtilities.GetValueAsync(made.Options.DependsOn.ToOutput())
                        .GetAwaiter()
                        .GetResult()
                        .Select(resource => resource.GetResourceName())
                );
            return null;
        }

        await Sandbox.RunAsync(() => _ = new AuditTrail("idp", Args(), new() { ResourceTransformations = { Look } }));

        Assert.That(waits, Is.EqualTo(new[] { "idp-config-on", "idp-config-on", "idp-config-on" }));
    }

    [Test]
    public async Task Rules_are_off_by_default() => Assert.That((await AuditCase.RunAsync(AuditCase.Args())).All(Rule), Is.Empty);

    [Test]
    public void Rules_without_records_unknown_and_repeated_ones_are_refused()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Texts(Args() with { Config = false }),
                Is.EqualTo(
                    new[]
                    {
                        "configRules: got rds-storage-encrypted, cloudtrail-enabled and access-keys-rotated, want none without config or recorderExists; nothing would be recorded to judge",
                    }
                )
            );
            Assert.That(
                Texts(Args() with { RecorderExists = true }),
                Is.EqualTo(new[] { "recorderExists: got true, want false with config; an account has one recorder a region" })
            );
            Assert.That(
                Texts(Args() with { ConfigRules = ["be-nice", "restricted-ssh", "restricted-ssh"] }),
                Has.Length.EqualTo(2)
                    .And.Some.StartsWith("configRules: got be-nice, want access-keys-rotated, ")
                    .And.Some.EqualTo("configRules: got restricted-ssh 2 times, want each rule once; remove the repetition")
            );
        }
    }

    [Test]
    public void Every_rule_of_the_table_can_be_written_in_a_stack_file()
    {
        var words = typeof(AuditSettings)
            .GetProperty(nameof(AuditSettings.ConfigRules))!
            .GetCustomAttributes(typeof(Infra.Settings.SettingAttribute), inherit: false)
            .Cast<Infra.Settings.SettingAttribute>()
            .Single()
            .Words;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(words, Is.EqualTo(ConfigRuleTable.All.Keys));
            Assert.That(ConfigRuleTable.All.Values.Select(rule => rule.Identifier), Is.Unique.And.All.Match("^[A-Z0-9_]+$"));
            // What AWS calls a rule is its identifier in small letters, except for two.
            Assert.That(
                ConfigRuleTable
                    .All.Values.Where(rule => rule.Name != rule.Identifier.ToLowerInvariant().Replace('_', '-'))
                    .Select(rule => $"{rule.Name} {rule.Identifier}"),
                Is.EqualTo(new[] { "cloudtrail-enabled CLOUD_TRAIL_ENABLED", "restricted-ssh INCOMING_SSH_DISABLED" })
            );
        }
    }

    private static string[] Texts(AuditTrailArgs args) => [.. args.Validate().Select(problem => problem.ToString())];
}
