using Infra.Serverless;
using Infra.Tests.Policies;
using Pulumi.Utilities;

namespace Infra.Tests.Serverless;

public sealed class FailedEventsTests
{
    private static readonly FailedEventsArgs Args = new()
    {
        Context = TestStacks.Prod,
        Role = "notifications",
        KeyArn = "arn:key",
    };

    [Test]
    public async Task Events_are_encrypted_and_kept_for_as_long_as_SQS_keeps_them()
    {
        FailedEvents? failed = null;
        var run = await Sandbox.RunAsync(() => failed = new("idp-notifications-failed", Args));

        var queue = run.One("aws:sqs/queue:Queue");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (queue.Inputs["name"], queue.Inputs["messageRetentionSeconds"], queue.Inputs["kmsMasterKeyId"]),
                Is.EqualTo(((object)"idp-server-notifications-failed", (object)1_209_600, (object)"arn:key"))
            );
            Assert.That(queue.NameTag(), Is.EqualTo("idp-server-notifications-failed"));
            Assert.That(failed!.QueueName, Is.EqualTo("idp-server-notifications-failed"));
            Assert.That(await OutputUtilities.GetValueAsync(failed.Arn), Is.EqualTo("arn:idp-notifications-failed-queue"));
            Assert.That(
                FailedEvents.ArnOf(TestStacks.Prod, "notifications"),
                Is.EqualTo("arn:aws:sqs:ap-northeast-1:111111111111:idp-server-notifications-failed")
            );
        }
    }

    [Test]
    public async Task Nobody_reaches_it_in_the_clear()
    {
        var policy = (await Sandbox.RunAsync(() => _ = new FailedEvents("idp", Args))).One("aws:sqs/queuePolicy:QueuePolicy");

        var clear = PolicyReading.Statements(policy.Inputs["policy"])["NeverInTheClear"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(policy.Inputs["queueUrl"], Is.EqualTo("id:idp-queue"));
            Assert.That(clear.GetProperty("Effect").GetString(), Is.EqualTo("Deny"));
            Assert.That(clear.Texts("Condition", "Bool", "aws:SecureTransport"), Is.EqualTo(new[] { "false" }));
            Assert.That(clear.Texts("Resource").Single(), Does.EndWith(":idp-server-notifications-failed"));
        }
    }

    [TestCase(0)]
    [TestCase(15)]
    public void SQS_keeps_nothing_longer(int days) =>
        Assert.That(
            (Args with { RetentionDays = days }).Validate().Single().ToString(),
            Is.EqualTo($"retentionDays: got {days}, want 1 to 14; SQS keeps messages no longer")
        );
}
