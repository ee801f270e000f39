using Infra.Compute;
using Infra.Policies;
using Infra.Tests.Policies;

namespace Infra.Tests.Compute;

public sealed class InstanceKeyAccessTests
{
    private const string AutoScaling =
        "arn:aws:iam::111111111111:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling";

    [TestCase("AutoScalingAttachesVolumes")]
    [TestCase("VolumesStayAttachedByGrant")]
    public void The_principal_is_everybody_but_only_the_role_of_Auto_Scaling_by_way_of_EC2_is_meant(string sid)
    {
        var statement = Statements()[sid];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(statement.GetProperty("Principal").ToString(), Does.Contain("*"));
            Assert.That(statement.Texts("Condition", "StringEquals", "aws:PrincipalArn"), Is.EqualTo(new[] { AutoScaling }));
            Assert.That(statement.Texts("Condition", "StringEquals", "kms:CallerAccount"), Is.EqualTo(new[] { "111111111111" }));
            Assert.That(
                statement.Texts("Condition", "StringEquals", "kms:ViaService"),
                Is.EqualTo(new[] { "ec2.ap-northeast-1.amazonaws.com" })
            );
        }
    }

    [Test]
    public void Grants_are_made_for_volumes_only()
    {
        var grant = Statements()["VolumesStayAttachedByGrant"];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(grant.Texts("Action"), Is.EqualTo(new[] { "kms:CreateGrant" }));
            Assert.That(grant.Texts("Condition", "Bool", "kms:GrantIsForAWSResource"), Is.EqualTo(new[] { "true" }));
            Assert.That(Statements()["AutoScalingAttachesVolumes"].Texts("Action"), Does.Not.Contain("kms:CreateGrant"));
        }
    }

    [Test]
    public void A_key_that_is_used_by_everybody_names_no_action_of_an_administrator() =>
        Assert.That(
            Statements().Values.SelectMany(statement => statement.Texts("Action")),
            Is.EquivalentTo(
                new[]
                {
                    "kms:CreateGrant",
                    "kms:Decrypt",
                    "kms:DescribeKey",
                    "kms:Encrypt",
                    "kms:GenerateDataKey*",
                    "kms:ReEncrypt*",
                }
            )
        );

    private static Dictionary<string, System.Text.Json.JsonElement> Statements() =>
        PolicyReading.Statements(PolicyDocument.Of(InstanceKeyAccess.Statements(TestStacks.Prod)));
}
