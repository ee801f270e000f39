using Infra.Settings;

namespace Infra.Tests.Systems;

/// <summary>What comes back of finsight's mail, from SES to the function that must know.</summary>
public sealed class FinsightMailTests
{
    [Test]
    public async Task What_comes_back_is_told_to_a_topic_of_its_own_which_only_SES_writes_to()
    {
        var run = await FinsightCase.RunAsync(StackEnvironment.Prod);

        var topic = run.One("aws:sns/topic:Topic", "finsight-mail-events-topic");
        var told = run.One("aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination", "finsight-troubles");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(topic.Inputs["name"], Is.EqualTo("finsight-mail-events"));
            Assert.That(topic.Inputs["kmsMasterKeyId"], Is.EqualTo("arn:finsight-kms-key"));
            Assert.That(
                told.Json("eventDestination"),
                Is.EqualTo(
                    """{"enabled":true,"matchingEventTypes":["BOUNCE","COMPLAINT","REJECT","RENDERING_FAILURE"],"snsDestination":{"topicArn":"arn:finsight-mail-events-topic"}}"""
                )
            );
            Assert.That(
                (string)run.One("aws:sns/topicPolicy:TopicPolicy", "finsight-mail-events-policy").Inputs["policy"],
                Does.Contain("ses.amazonaws.com")
                    .And.Not.Contain("cloudwatch.amazonaws.com")
                    .And.Not.Contain("events.amazonaws.com")
            );
        }
    }

    [Test]
    public async Task The_function_for_notifications_hears_it_and_may_be_called()
    {
        var run = await FinsightCase.RunAsync(StackEnvironment.Prod);

        var heard = run.One("aws:sns/topicSubscription:TopicSubscription", "finsight-mail-events-subscription");
        var allowed = run.One("aws:lambda/permission:Permission", "finsight-mail-events-may-call");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(heard.Inputs["topic"], Is.EqualTo("arn:finsight-mail-events-topic"));
            Assert.That((string)heard.Inputs["endpoint"], Does.EndWith(":function:finsight-notifications:live"));
            Assert.That(allowed.Inputs["principal"], Is.EqualTo("sns.amazonaws.com"));
            Assert.That(allowed.Inputs["sourceArn"], Is.EqualTo("arn:finsight-mail-events-topic"));
        }
    }
}
