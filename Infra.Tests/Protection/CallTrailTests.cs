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
}
