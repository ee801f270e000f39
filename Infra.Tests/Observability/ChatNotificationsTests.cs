using Infra.Tests.Policies;

namespace Infra.Tests.Observability;

public sealed class ChatNotificationsTests
{
    private const string Channel = "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration";

    [Test]
    public async Task Each_channel_shows_its_topic_and_can_only_look()
    {
        var run = await AlertCase.RunAsync(AlertCase.Args());

        var channel = run.One(Channel, "idp-slack-C0123456789");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(channel.Inputs["configurationName"], Is.EqualTo("idp-server-alerts"));
            Assert.That(channel.Inputs["region"], Is.EqualTo("us-east-2"), "Tokyo has no API for channels");
            Assert.That(channel.Inputs["slackTeamId"], Is.EqualTo("T0123456789"));
            Assert.That(channel.Inputs["slackChannelId"], Is.EqualTo("C0123456789"));
            Assert.That(channel.Inputs["iamRoleArn"], Is.EqualTo("arn:idp-slack-role"));
            Assert.That(channel.Texts("snsTopicArns"), Is.EqualTo(new[] { "arn:idp-alerts-topic" }));
            Assert.That(
                channel.Texts("guardrailPolicyArns"),
                Is.EqualTo(new[] { "arn:aws:iam::aws:policy/CloudWatchReadOnlyAccess" }),
                "without a guardrail AWS gives AdministratorAccess"
            );
            Assert.That(
                run.One(Channel, "idp-slack-C9876543210").Texts("snsTopicArns"),
                Is.EqualTo(new[] { "arn:idp-warnings-topic" })
            );
        }
    }

    [Test]
    public async Task One_channel_for_both_topics_is_made_once()
    {
        var args = AlertCase.Args();

        var run = await AlertCase.RunAsync(args with { Warning = new() { SlackChannelId = args.Critical.SlackChannelId } });

        var channel = run.One(Channel);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(channel.Inputs["configurationName"], Is.EqualTo("idp-server-alerts-warnings"));
            Assert.That(channel.Texts("snsTopicArns"), Is.EqualTo(new[] { "arn:idp-alerts-topic", "arn:idp-warnings-topic" }));
        }
    }

    [Test]
    public async Task The_role_is_for_this_account_and_looks_at_alarms_only()
    {
        var run = await AlertCase.RunAsync(AlertCase.Args());

        var role = run.One("aws:iam/role:Role");
        var trust = PolicyReading.Statements(role.Inputs["assumeRolePolicy"])["ServiceTakesRole"];
        var look = PolicyReading.Statements(run.One("aws:iam/rolePolicy:RolePolicy").Inputs["policy"])["LookAtAlarms"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(role.Inputs["name"], Is.EqualTo("idp-server-slack"));
            Assert.That(trust.Texts("Principal", "Service"), Is.EqualTo(new[] { "chatbot.amazonaws.com" }));
            Assert.That(trust.Texts("Condition", "StringEquals", "aws:SourceAccount"), Is.EqualTo(new[] { "111111111111" }));
            Assert.That(
                trust.Texts("Condition", "ArnLike", "aws:SourceArn"),
                Is.EqualTo(new[] { "arn:aws:chatbot::111111111111:*" })
            );
            Assert.That(look.Texts("Action"), Is.All.Match("^cloudwatch:(Describe|Get)"));
        }
    }
}
