namespace Infra.Tests.Protection;

public sealed class CallTrailTests
{
    private const string Trail = "aws:cloudtrail/trail:Trail";

    [Test]
    public async Task Calls_of_all_regions_are_recorded_encrypted_and_signed()
    {
        var run = await AuditCase.RunAsync(AuditCase.Args());

        var trail = run.One(Trail);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(trail.Inputs["name"], Is.EqualTo("idp-server-trail"));
            Assert.That(trail.Inputs["s3BucketName"], Is.EqualTo("idp-server-audit-111111111111"));
            Assert.That(trail.Inputs["kmsKeyId"], Is.EqualTo("arn:key"));
            Assert.That(trail.Inputs["isMultiRegionTrail"], Is.True);
            Assert.That(trail.Inputs["includeGlobalServiceEvents"], Is.True);
            Assert.That(trail.Inputs["enableLogFileValidation"], Is.True);
            Assert.That(trail.Inputs["enableLogging"], Is.True);
            Assert.That(trail.Inputs.ContainsKey("eventSelectors"), Is.False);
        }
    }

    [Test]
    public async Task Reads_and_writes_of_chosen_buckets_are_recorded_too()
    {
        var run = await AuditCase.RunAsync(AuditCase.Args() with { DataBuckets = ["arn:aws:s3:::exports"] });

        var selector = Inputs.Maps(run.One(Trail).Inputs["eventSelectors"]).Single();
        var resource = Inputs.Maps(selector["dataResources"]).Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(selector["includeManagementEvents"], Is.True);
            Assert.That(selector["readWriteType"], Is.EqualTo("All"));
            Assert.That(resource["type"], Is.EqualTo("AWS::S3::Object"));
            Assert.That(resource["values"], Is.EqualTo(new object[] { "arn:aws:s3:::exports/" }));
        }
    }
}
