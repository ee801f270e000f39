using Infra.Edge;
using Infra.Policies;
using Infra.Tests.Policies;

namespace Infra.Tests.Edge;

public sealed class LogDeliveryTests
{
    [Test]
    public void Only_the_service_writes_and_only_into_its_folders()
    {
        const string Arn = "arn:aws:s3:::idp-server-alb-logs-111111111111";
        var policy = PolicyDocument.Of(
            LogDelivery.Statement(TestStacks.Prod, "alb-logs", "arn:source/*", ["access", "connection"])
        );

        var write = PolicyReading.Statements(policy)["ServiceWritesLogs"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                write.Texts("Principal", "Service"),
                Is.EqualTo(new[] { "logdelivery.elasticloadbalancing.amazonaws.com" })
            );
            Assert.That(write.Texts("Action"), Is.EqualTo(new[] { "s3:PutObject" }));
            Assert.That(
                write.Texts("Resource"),
                Is.EqualTo(new[] { $"{Arn}/access/AWSLogs/111111111111/*", $"{Arn}/connection/AWSLogs/111111111111/*" })
            );
            Assert.That(write.Texts("Condition", "ArnLike", "aws:SourceArn"), Is.EqualTo(new[] { "arn:source/*" }));
            Assert.That(
                write.Texts("Condition", "StringEqualsIfExists", "aws:SourceAccount"),
                Is.EqualTo(new[] { "111111111111" })
            );
        }
    }
}
