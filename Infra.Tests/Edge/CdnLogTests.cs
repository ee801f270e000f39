using Infra.Edge;
using Infra.Tests.Policies;

namespace Infra.Tests.Edge;

public sealed class CdnLogTests
{
    private const string Bucket = "arn:aws:s3:::idp-server-cdn-logs-111111111111";

    [Test]
    public async Task Requests_are_delivered_from_the_distribution_into_the_bucket()
    {
        var run = await CdnCase.RunAsync(CdnCase.Args());

        var source = run.One("aws:cloudwatch/logDeliverySource:LogDeliverySource");
        var destination = run.One("aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination");
        var delivery = run.One("aws:cloudwatch/logDelivery:LogDelivery");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(source.Inputs["logType"], Is.EqualTo("ACCESS_LOGS"));
            Assert.That(source.Inputs["resourceArn"], Is.EqualTo("arn:app-cdn"));
            Assert.That(source.Inputs["name"], Is.EqualTo("idp-server-cdn-logs"));
            Assert.That(destination.Inputs["outputFormat"], Is.EqualTo("json"));
            Assert.That(
                destination.Json("deliveryDestinationConfiguration"),
                Is.EqualTo($$"""{"destinationResourceArn":"{{Bucket}}"}""")
            );
            Assert.That(delivery.Inputs["deliverySourceName"], Is.EqualTo("idp-server-cdn-logs"));
            Assert.That(delivery.Inputs["deliveryDestinationArn"], Is.EqualTo("arn:app-log-destination"));
        }
    }

    [Test]
    public async Task What_people_sign_in_with_is_not_logged()
    {
        var fields = (await CdnCase.RunAsync(CdnCase.Args())).One("aws:cloudwatch/logDelivery:LogDelivery").Texts("recordFields");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                fields,
                Does.Contain("c-ip").And.Contain("cs-uri-stem").And.Contain("sc-status").And.Contain("time-taken")
            );
            Assert.That(fields, Has.None.EqualTo("cs-uri-query").And.None.EqualTo("cs(Cookie)").And.None.EqualTo("cs(Referer)"));
        }
    }

    [Test]
    public async Task Only_deliveries_of_this_account_write_into_the_bucket()
    {
        var policy = (await CdnCase.RunAsync(CdnCase.Args())).One("aws:s3/bucketPolicy:BucketPolicy").Inputs["policy"];

        var write = PolicyReading.Statements(policy)["AWSLogDeliveryWrite"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(write.Texts("Principal", "Service"), Is.EqualTo(new[] { "delivery.logs.amazonaws.com" }));
            Assert.That(write.Texts("Action"), Is.EqualTo(new[] { "s3:PutObject" }));
            Assert.That(write.Texts("Resource"), Is.EqualTo(new[] { $"{Bucket}/AWSLogs/111111111111/*" }));
            Assert.That(
                write.Texts("Condition", "StringEquals", "s3:x-amz-acl"),
                Is.EqualTo(new[] { "bucket-owner-full-control" })
            );
            Assert.That(write.Texts("Condition", "StringEquals", "aws:SourceAccount"), Is.EqualTo(new[] { "111111111111" }));
            Assert.That(
                write.Texts("Condition", "ArnLike", "aws:SourceArn"),
                Is.EqualTo(new[] { "arn:aws:logs:us-east-1:111111111111:delivery-source:*" })
            );
        }
    }

    [Test]
    public async Task The_bucket_has_no_ACLs_and_forgets()
    {
        var run = await CdnCase.RunAsync(CdnCase.Args() with { LogRetentionDays = 14 });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.One("aws:s3/bucketOwnershipControls:BucketOwnershipControls").Json("rule"),
                Is.EqualTo("""{"objectOwnership":"BucketOwnerEnforced"}""")
            );
            Assert.That(
                run.One("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration").Json("rules"),
                Does.Contain("""expiration":{"days":14}""")
            );
            Assert.That(run.One(CdnCase.Distribution).Inputs, Does.Not.ContainKey("loggingConfig"));
        }
    }

    [Test]
    public void A_field_is_logged_once() => Assert.That(CdnLog.Fields, Is.Unique);
}
