using Infra.Protection;
using Pulumi;

namespace Infra.Tests.Protection;

public sealed class AuditTrailTests
{
    [TestCase(true, false, false, 1, 0, 0, 1)]
    [TestCase(false, true, false, 0, 1, 0, 1)]
    [TestCase(false, false, true, 0, 0, 1, 0)]
    [TestCase(true, true, true, 1, 1, 1, 1)]
    public async Task Each_part_is_there_when_it_is_on(
        bool cloudTrail,
        bool config,
        bool guardDuty,
        int trails,
        int recorders,
        int detectors,
        int buckets
    )
    {
        var run = await AuditCase.RunAsync(
            AuditCase.Args() with
            {
                CloudTrail = cloudTrail,
                Config = config,
                GuardDuty = guardDuty,
            }
        );

        Assert.That(
            (
                run.All("aws:cloudtrail/trail:Trail").Count(),
                run.All("aws:cfg/recorder:Recorder").Count(),
                run.All("aws:guardduty/detector:Detector").Count(),
                run.All("aws:s3/bucket:Bucket").Count()
            ),
            Is.EqualTo((trails, recorders, detectors, buckets))
        );
    }

    [Test]
    public async Task What_records_nothing_or_too_short_is_refused()
    {
        var nothing = new AuditTrailArgs
        {
            Context = TestStacks.Prod,
            KeyArn = "arn:key",
            RetentionDays = 89,
        };

        var error = await Assert.ThrowsAsync<RunException>(() => AuditCase.RunAsync(nothing));

        Assert.That(
            error!.Message,
            Does.Contain("AuditTrail 'idp': 2 problems in its args")
                .And.Contain("cloudTrail: got false, want one of cloudTrail, config and guardDuty;")
                .And.Contain("retentionDays: got 89, want 90 or more;")
        );
    }
}
