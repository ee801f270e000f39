using Infra.Tests.Policies;

namespace Infra.Tests.Protection;

public sealed class ChangeRecordTests
{
    [Test]
    public async Task Every_kind_of_resource_is_recorded_and_the_recorder_runs()
    {
        var run = await AuditCase.RunAsync(AuditCase.Args());

        var recorder = run.One("aws:cfg/recorder:Recorder");
        var channel = run.One("aws:cfg/deliveryChannel:DeliveryChannel");
        var status = run.One("aws:cfg/recorderStatus:RecorderStatus");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(recorder.Inputs["roleArn"], Is.EqualTo("arn:idp-config-role"));
            Assert.That(
                Inputs.Pairs(recorder.Inputs["recordingGroup"]),
                Is.EqualTo("allSupported=True includeGlobalResourceTypes=True")
            );
            Assert.That(channel.Inputs["s3BucketName"], Is.EqualTo("idp-server-audit-111111111111"));
            Assert.That((status.Inputs["name"], status.Inputs["isEnabled"]), Is.EqualTo(("idp-server-config", true)));
        }
    }

    [Test]
    public async Task The_role_looks_and_does_nothing()
    {
        var run = await AuditCase.RunAsync(AuditCase.Args());

        var trust = PolicyReading.Statements(run.One("aws:iam/role:Role").Inputs["assumeRolePolicy"])["ServiceTakesRole"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(trust.Texts("Principal", "Service"), Is.EqualTo(new[] { "config.amazonaws.com" }));
            Assert.That(trust.Texts("Condition", "StringEquals", "aws:SourceAccount"), Is.EqualTo(new[] { "111111111111" }));
            Assert.That(
                run.One("aws:iam/rolePolicyAttachment:RolePolicyAttachment").Inputs["policyArn"],
                Is.EqualTo("arn:aws:iam::aws:policy/service-role/AWS_ConfigRole")
            );
        }
    }
}
