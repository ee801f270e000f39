using Infra.Observability;
using Pulumi;

namespace Infra.Tests.Observability;

public sealed class AlertTopicsTests
{
    [Test]
    public async Task Critical_and_high_wake_people_and_warnings_do_not()
    {
        AlertTopics? topics = null;
        var arns = new Dictionary<AlertSeverity, string>();
        await Sandbox.RunAsync(() =>
        {
            topics = new("idp", AlertCase.Args());
            foreach (var (severity, arn) in topics.Arns)
                _ = arn.Apply(known => arns[severity] = known);
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(topics!.Names[AlertSeverity.Critical], Is.EqualTo("idp-server-alerts"));
            Assert.That(topics.Names[AlertSeverity.High], Is.EqualTo("idp-server-alerts"));
            Assert.That(topics.Names[AlertSeverity.Warning], Is.EqualTo("idp-server-warnings"));
            Assert.That(arns[AlertSeverity.Critical], Is.EqualTo("arn:idp-alerts-topic"));
            Assert.That(arns[AlertSeverity.High], Is.EqualTo("arn:idp-alerts-topic"));
            Assert.That(arns[AlertSeverity.Warning], Is.EqualTo("arn:idp-warnings-topic"));
        }
    }

    [Test]
    public async Task Warnings_may_share_the_topic_of_all_others()
    {
        AlertTopics? topics = null;
        var run = await Sandbox.RunAsync(() =>
            topics = new("idp", AlertCase.Args() with { WarningsApart = false, Warning = AlertReceivers.Nobody })
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.One("aws:sns/topic:Topic").Inputs["name"], Is.EqualTo("idp-server-alerts"));
            Assert.That(topics!.Names.Values, Is.All.EqualTo("idp-server-alerts"));
            Assert.That(topics.Names.Keys, Is.EquivalentTo(Enum.GetValues<AlertSeverity>()));
        }
    }

    [Test]
    public async Task Receivers_of_warnings_need_their_topic()
    {
        var bad = AlertCase.Args() with
        {
            WarningsApart = false,
            Warning = new() { Emails = ["a@example.com"] },
        };

        var error = await Assert.ThrowsAsync<RunException>(() => AlertCase.RunAsync(bad));

        Assert.That(
            error!.Message,
            Does.Contain(
                "warning: got receivers, want none while warningsApart is false; all alerts share the topic of critical ones: name the receivers there"
            )
        );
    }

    [Test]
    public async Task Without_a_workspace_nothing_is_made_for_Slack()
    {
        var run = await AlertCase.RunAsync(new() { Context = TestStacks.Prod, KeyArn = "arn:key" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.All("aws:sns/topic:Topic").Count(), Is.EqualTo(2));
            Assert.That(run.All("aws:iam/role:Role"), Is.Empty);
            Assert.That(run.All("aws:sns/topicSubscription:TopicSubscription"), Is.Empty);
        }
    }

    [Test]
    public async Task What_AWS_refuses_is_refused()
    {
        var bad = AlertCase.Args() with
        {
            Critical = new()
            {
                Emails = ["oncall", "a@example.com", "a@example.com"],
                Https = ["http://events.example.com"],
                SlackChannelId = "alerts",
            },
            Warning = new() { SlackChannelId = "#warnings" },
            SlackTeamId = null,
            Publishers = [AlertPublisher.Events],
        };

        var error = await Assert.ThrowsAsync<RunException>(() => AlertCase.RunAsync(bad));

        Assert.That(
            error!.Message,
            Does.Contain("AlertTopics 'idp': 7 problems in its args")
                .And.Contain("critical.emails: got oncall, want an address such as team@example.com;")
                .And.Contain("critical.emails: got a@example.com 2 times, want each address once;")
                .And.Contain("critical.https: got http://events.example.com, want an address beginning with https://;")
                .And.Contain("critical.slackChannelId: got alerts, want an id such as C0123456789;")
                .And.Contain("warning.slackChannelId: got #warnings, want an id such as C0123456789;")
                .And.Contain("slackTeamId: got nothing, want the workspace of alerts and #warnings;")
                .And.Contain("publishers: got events.amazonaws.com, want cloudwatch.amazonaws.com among them;")
        );
    }

    [Test]
    public async Task A_workspace_is_named_by_its_id()
    {
        var error = await Assert.ThrowsAsync<RunException>(() =>
            AlertCase.RunAsync(AlertCase.Args() with { SlackTeamId = "our-team" })
        );

        Assert.That(error!.Message, Does.Contain("slackTeamId: got our-team, want an id such as T0123456789;"));
    }
}
