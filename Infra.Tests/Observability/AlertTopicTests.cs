using Infra.Observability;
using Infra.Tests.Policies;

namespace Infra.Tests.Observability;

public sealed class AlertTopicTests
{
    private const string Arn = "arn:aws:sns:ap-northeast-1:111111111111:idp-server-alerts";

    [Test]
    public async Task Topics_are_encrypted_and_named()
    {
        var run = await AlertCase.RunAsync(AlertCase.Args() with { Context = TestStacks.Dev });

        var topic = run.One("aws:sns/topic:Topic", "idp-alerts-topic");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(topic.Inputs["name"], Is.EqualTo("idp-server-dev-alerts"));
            Assert.That(topic.Inputs["kmsMasterKeyId"], Is.EqualTo("arn:key"));
            Assert.That(topic.NameTag(), Is.EqualTo("idp-server-dev-alerts"));
        }
    }

    [Test]
    public async Task Receivers_are_keyed_by_their_address()
    {
        var run = await AlertCase.RunAsync(AlertCase.Args());

        Assert.That(
            run.All("aws:sns/topicSubscription:TopicSubscription")
                .Select(s =>
                    $"{s.Name} {s.Inputs["topic"]} {s.Inputs["protocol"]} {s.Inputs["endpoint"]} "
                    + $"{s.Inputs.GetValueOrDefault("endpointAutoConfirms") ?? "by hand"}"
                ),
            Is.EquivalentTo(
                new[]
                {
                    "idp-alerts-email-oncall@example.com arn:idp-alerts-topic email oncall@example.com by hand",
                    "idp-alerts-https-https://events.example.com/hook arn:idp-alerts-topic https https://events.example.com/hook True",
                    "idp-warnings-email-team@example.com arn:idp-warnings-topic email team@example.com by hand",
                }
            )
        );
    }

    [Test]
    public async Task Alarms_and_events_publish_the_account_keeps_its_rights_and_nothing_goes_unencrypted()
    {
        var run = await AlertCase.RunAsync(
            AlertCase.Args() with
            {
                Publishers = [AlertPublisher.Rds, AlertPublisher.CloudWatch, AlertPublisher.Events, AlertPublisher.Backup],
            }
        );

        var policy = run.One("aws:sns/topicPolicy:TopicPolicy", "idp-alerts-policy");
        var statements = PolicyReading.Statements(policy.Inputs["policy"]);
        var (own, services) = (statements["AccountOwnsTopic"], statements["ServicesOfAccountPublish"]);
        var (unnamed, refuse) = (statements["ServicesPublish"], statements["RefuseUnencrypted"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(policy.Inputs["arn"], Is.EqualTo("arn:idp-alerts-topic"));
            Assert.That(statements.Values.Select(s => s.Texts("Resource").Single()), Is.All.EqualTo(Arn));
            Assert.That(own.Texts("Principal", "AWS"), Is.EqualTo(new[] { "arn:aws:iam::111111111111:root" }));
            Assert.That(
                own.Texts("Action"),
                Does.Contain("sns:Publish").And.Contain("sns:Subscribe").And.Contain("sns:SetTopicAttributes")
            );
            Assert.That(
                services.Texts("Principal", "Service"),
                Is.EqualTo(new[] { "cloudwatch.amazonaws.com", "events.rds.amazonaws.com" })
            );
            Assert.That(services.Texts("Action"), Is.EqualTo(new[] { "sns:Publish" }));
            Assert.That(services.Texts("Condition", "StringEquals", "aws:SourceAccount"), Is.EqualTo(new[] { "111111111111" }));
            Assert.That(
                unnamed.Texts("Principal", "Service"),
                Is.EqualTo(new[] { "backup.amazonaws.com", "events.amazonaws.com" })
            );
            Assert.That(unnamed.TryGetProperty("Condition", out _), Is.False, "event rules name no source when they publish");
            Assert.That(refuse.Texts("Effect"), Is.EqualTo(new[] { "Deny" }));
            Assert.That(refuse.Texts("Principal", "AWS"), Is.EqualTo(new[] { "*" }));
            Assert.That(refuse.Texts("Condition", "Bool", "aws:SecureTransport"), Is.EqualTo(new[] { "false" }));
        }
    }

    [Test]
    public async Task Only_who_publishes_is_let_in()
    {
        var run = await AlertCase.RunAsync(AlertCase.Args() with { Publishers = [AlertPublisher.CloudWatch] });

        var statements = PolicyReading.Statements(
            run.One("aws:sns/topicPolicy:TopicPolicy", "idp-alerts-policy").Inputs["policy"]
        );
        Assert.That(statements.Keys, Is.EqualTo(new[] { "AccountOwnsTopic", "ServicesOfAccountPublish", "RefuseUnencrypted" }));
    }

    [Test]
    public void The_services_are_those_of_the_key() =>
        Assert.That(
            new[] { AlertPublisher.Budgets, AlertPublisher.Ses }.Select(publisher =>
                (publisher.Service, publisher.NamesItsAccount)
            ),
            Is.EqualTo(new[] { ("budgets.amazonaws.com", true), ("ses.amazonaws.com", true) })
        );
}
