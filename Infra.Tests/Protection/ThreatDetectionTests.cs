using Infra.Protection;
using Pulumi;

namespace Infra.Tests.Protection;

public sealed class ThreatDetectionTests
{
    [Test]
    public async Task Grave_findings_are_told()
    {
        var run = await Sandbox.RunAsync(() =>
            _ = new AuditTrail("idp", AuditCase.Args() with { TopicArn = Output.Create("arn:alerts") })
        );

        var rule = run.One("aws:cloudwatch/eventRule:EventRule");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.One("aws:guardduty/detector:Detector").Inputs["enable"], Is.True);
            Assert.That(
                rule.Inputs["eventPattern"],
                Is.EqualTo(
                    """{"source":["aws.guardduty"],"detail-type":["GuardDuty Finding"],"detail":{"severity":[{"numeric":[">=",7]}]}}"""
                )
            );
            Assert.That(run.One("aws:cloudwatch/eventTarget:EventTarget").Inputs["arn"], Is.EqualTo("arn:alerts"));
        }
    }

    [Test]
    public async Task Without_a_topic_findings_are_only_kept() =>
        Assert.That((await AuditCase.RunAsync(AuditCase.Args())).All("aws:cloudwatch/eventRule:EventRule"), Is.Empty);
}
