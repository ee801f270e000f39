using System.Collections.Immutable;
using Infra.Observability;
using Infra.Tests.Policies;
using Pulumi;

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
    public async Task A_channel_shows_the_topics_of_other_regions_too()
    {
        var args = AlertCase.Args() with
        {
            Elsewhere = ImmutableSortedDictionary<AlertSeverity, Output<string>>.Empty.Add(
                AlertSeverity.Warning,
                Output.Create("arn:virginia")
            ),
        };

        var run = await AlertCase.RunAsync(args);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.One(Channel, "idp-slack-C0123456789").Texts("snsTopicArns"),
                Is.EqualTo(new[] { "arn:idp-alerts-topic" })
            );
            Assert.That(
                run.One(Channel, "idp-slack-C9876543210").Texts("snsTopicArns"),
                Is.EqualTo(new[] { "arn:idp-warnings-topic", "arn:virginia" })
            );
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

    [Test]
    public async Task Channels_can_show_topics_of_several_regions_without_topics_of_ours()
    {
        var run = await RunAsync(Alone());

        var channel = run.One(Channel, "idp-slack-C0123456789");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(channel.Inputs["configurationName"], Is.EqualTo("idp-server-alerts"));
            Assert.That(channel.Texts("snsTopicArns"), Is.EqualTo(new[] { "arn:tokyo", "arn:virginia" }));
            Assert.That(channel.Texts("guardrailPolicyArns"), Is.EqualTo(new[] { "arn:aws:iam::aws:policy/ReadOnlyAccess" }));
            Assert.That(channel.Inputs["loggingLevel"], Is.EqualTo("ERROR"));
            Assert.That(run.All("aws:sns/topic:Topic"), Is.Empty);
            Assert.That(
                run.Registered.Where(resource => resource.Type!.StartsWith("idp:", StringComparison.Ordinal))
                    .Select(made => made.Name),
                Is.EqualTo(new[] { "idp-slack" })
            );
        }
    }

    [Test]
    public async Task What_Slack_or_AWS_refuses_is_refused()
    {
        var bad = Alone() with
        {
            TeamId = "our-team",
            Channels = ImmutableSortedDictionary<string, ChatChannel>
                .Empty.Add("#alerts", new("alerts", ["arn:tokyo"]))
                .Add("C0123456789", new("alerts", [])),
            Guardrails = ["AdministratorAccess"],
        };

        var error = await Assert.ThrowsAsync<RunException>(() => RunAsync(bad));

        Assert.That(
            error!.Message,
            Does.Contain("ChatNotifications 'idp-slack': 5 problems in its args")
                .And.Contain("teamId: got our-team, want an id such as T0123456789;")
                .And.Contain("channels.#alerts: got #alerts, want an id such as C0123456789;")
                .And.Contain("channels.C0123456789.topicArns: got none, want a topic or more;")
                .And.Contain("channels: got 2 for alerts, want each role once;")
                .And.Contain("guardrails: got AdministratorAccess, want policies that only look, with ReadOnly in their names;")
        );
        Assert.That(
            (Alone() with { Guardrails = [] }).Validate().Single().ToString(),
            Is.EqualTo("guardrails: got none, want a policy such as ReadOnlyAccess; AWS would give AdministratorAccess")
        );
    }

    [Test]
    public async Task Channels_made_under_the_former_name_stay()
    {
        var former = new List<string>();
        ResourceTransformationResult? Look(ResourceTransformationArgs made)
        {
            if (made.Resource is ChatNotifications)
                former.AddRange(made.Options.Aliases.Select(alias => Text(Known(alias).Type!)));
            return null;
        }

        await Sandbox.RunAsync(() => _ = new ChatNotifications("idp", Alone(), new() { ResourceTransformations = { Look } }));

        Assert.That(former, Is.EqualTo(new[] { "idp:observability:SlackAlerts" }));
    }

    private static string Text(Input<string> text) =>
        Pulumi.Utilities.OutputUtilities.GetValueAsync(text.ToOutput()).GetAwaiter().GetResult();

    private static Alias Known(Input<Alias> alias) =>
        Pulumi.Utilities.OutputUtilities.GetValueAsync(alias.ToOutput()).GetAwaiter().GetResult();

    private static ChatNotificationsArgs Alone() =>
        new()
        {
            Context = TestStacks.Prod,
            TeamId = "T0123456789",
            Channels = ImmutableSortedDictionary<string, ChatChannel>.Empty.Add(
                "C0123456789",
                new("alerts", ["arn:tokyo", "arn:virginia"])
            ),
            Guardrails = ["ReadOnlyAccess"],
        };

    private static Task<Sandbox> RunAsync(ChatNotificationsArgs args) =>
        Sandbox.RunAsync(() => _ = new ChatNotifications("idp", args));
}
