using Infra.Observability;
using Infra.Protection;
using Infra.Settings.Protection;
using Infra.Tests.Observability;
using Pulumi;

namespace Infra.Tests.Settings.Protection;

public sealed class AuditSettingsTests
{
    [Test]
    public async Task Each_part_is_switched_by_itself_and_findings_wake_people()
    {
        string? topic = null;
        var made = new List<AuditTrailArgs>();
        await Sandbox.RunAsync(() =>
        {
            var topics = new AlertTopics("idp", AlertCase.Args());
            made.Add(new AuditSettings { CloudTrail = true }.ToArgs(TestStacks.Dev, "arn:key", topics, protect: false));
            made.Add(new AuditSettings { Config = true }.ToArgs(TestStacks.Dev, "arn:key", topics, protect: true));
            made.Add(
                new AuditSettings { GuardDuty = true, RetentionDays = 90 }.ToArgs(
                    TestStacks.Dev,
                    "arn:key",
                    topics,
                    protect: true
                )
            );
            _ = made[2].TopicArn!.Apply(arn => topic = arn);
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                made.Select(args => (args.CloudTrail, args.Config, args.GuardDuty)),
                Is.EqualTo(new[] { (true, false, false), (false, true, false), (false, false, true) })
            );
            Assert.That(made.Select(args => args.RetentionDays), Is.EqualTo(new[] { 365, 365, 90 }));
            Assert.That(made.Select(args => args.Protect), Is.EqualTo(new[] { false, true, true }));
            Assert.That(made.Select(args => args.Context), Is.All.SameAs(TestStacks.Dev));
            Assert.That(topic, Is.EqualTo("arn:idp-alerts-topic"));
            Assert.That(made.SelectMany(args => args.Validate()), Is.Empty);
        }
    }

    [TestCase(true, false, false), TestCase(false, true, false), TestCase(false, false, true)]
    public void Any_of_them_asks_for_the_component(bool trail, bool config, bool guard)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                new AuditSettings
                {
                    CloudTrail = trail,
                    Config = config,
                    GuardDuty = guard,
                }.Any,
                Is.True
            );
            Assert.That(new AuditSettings().Any, Is.False);
        }
    }

    [Test]
    public async Task Rules_of_Config_reach_the_component_and_ask_for_it()
    {
        AuditTrailArgs? made = null;
        var settings = new AuditSettings { RecorderExists = true, ConfigRules = [ConfigRuleTable.RootMfa] };
        await Sandbox.RunAsync(() =>
            made = settings.ToArgs(TestStacks.Dev, "arn:key", new AlertTopics("idp", AlertCase.Args()), protect: false)
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(settings.Any, Is.True);
            Assert.That(settings.Validate(TestStacks.Dev), Is.Empty);
            Assert.That((made!.RecorderExists, made.Config), Is.EqualTo((true, false)));
            Assert.That(made.ConfigRules, Is.EqualTo(new[] { "root-account-mfa-enabled" }));
            Assert.That(
                (settings with { RecorderExists = false }).Validate(TestStacks.Dev).Select(problem => problem.ToString()),
                Is.EqualTo(
                    new[]
                    {
                        "configRules: got root-account-mfa-enabled, want none without config or recorderExists; nothing would be recorded to judge",
                    }
                )
            );
            Assert.That(new AuditSettings().Validate(TestStacks.Dev), Is.Empty);
        }
    }
}
