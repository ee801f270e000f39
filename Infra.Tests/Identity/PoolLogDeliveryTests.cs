using Infra.Identity;
using static Infra.Tests.Identity.PoolCase;

namespace Infra.Tests.Identity;

public sealed class PoolLogDeliveryTests
{
    private const string Delivery = "aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration";
    private const string Group = "aws:cloudwatch/logGroup:LogGroup";

    [Test]
    public async Task Failed_messages_and_sign_ins_are_written_down_in_groups_without_a_key()
    {
        CognitoPool? pool = null;
        var run = await Sandbox.RunAsync(() => pool = new("id", Args() with { Logs = new() { RetentionDays = 7 } }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.One(Delivery).Json("logConfigurations"),
                Is.EqualTo(
                    """[{"cloudWatchLogsConfiguration":{"logGroupArn":"arn:id-log-messages"},"eventSource":"userNotification","logLevel":"ERROR"},"""
                        + """{"cloudWatchLogsConfiguration":{"logGroupArn":"arn:id-log-sign-ins"},"eventSource":"userAuthEvents","logLevel":"INFO"}]"""
                )
            );
            Assert.That(run.One(Delivery).Inputs["userPoolId"], Is.EqualTo("id:id-pool"));
            Assert.That(
                run.All(Group).Select(group => $"{group.Inputs["name"]} {group.Inputs["retentionInDays"]}"),
                Is.EqualTo(
                    new[]
                    {
                        "/aws/vendedlogs/cognito/taskflow-prod/messages 7",
                        "/aws/vendedlogs/cognito/taskflow-prod/sign-ins 7",
                    }
                )
            );
            Assert.That(run.All(Group).Select(group => group.Inputs.Keys), Has.None.Contains("kmsKeyId"));
            Assert.That(pool!.LogGroupNames, Is.EqualTo(run.All(Group).Select(group => group.Inputs["name"])));
        }
    }

    [Test]
    public async Task Sign_ins_may_go_to_a_bucket_instead()
    {
        var run = await RunAsync(Args() with { Logs = new() { SignInBucketArn = "arn:bucket" } });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.One(Delivery).Json("logConfigurations"),
                Does.EndWith(
                    """{"eventSource":"userAuthEvents","logLevel":"INFO","s3Configuration":{"bucketArn":"arn:bucket"}}]"""
                )
            );
            Assert.That(run.All(Group).Select(group => group.Name), Is.EqualTo(new[] { "id-log-messages" }));
        }
    }

    [Test]
    public async Task The_cheaper_plans_write_failed_messages_only()
    {
        var run = await RunAsync(
            Args() with
            {
                Logs = new() { SignIns = false },
                Threats = new() { Mode = ThreatProtection.Off },
                Plan = FeaturePlan.Essentials,
            }
        );

        Assert.That(
            run.One(Delivery).Json("logConfigurations"),
            Does.Not.Contain("userAuthEvents").And.Contain("userNotification")
        );
    }
}
