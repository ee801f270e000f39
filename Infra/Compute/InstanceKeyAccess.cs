using System.Collections.Immutable;
using Infra.Policies;
using Infra.Settings;

namespace Infra.Compute;

/// <summary>
/// What Auto Scaling needs of the key of encrypted volumes. It starts instances in a role of AWS's own, which has no right to any key. The role is
/// not named as a principal: in an account without any group it does not exist yet, and a policy that names it would be refused. It comes by way
/// of EC2, as the policy of AWS's own key of volumes (<c>aws/ebs</c>) demands too, which groups use without further ado.
/// </summary>
internal static class InstanceKeyAccess
{
    /// <summary>The statements for the key's policy.</summary>
    public static ImmutableArray<Statement> Statements(StackContext context)
    {
        var role =
            $"arn:{context.Partition}:iam::{context.AccountId}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling";
        ImmutableArray<Condition> inThatRole =
        [
            new("StringEquals", "aws:PrincipalArn", role),
            new("StringEquals", "kms:CallerAccount", context.AccountId),
            new("StringEquals", "kms:ViaService", $"ec2.{context.Region}.amazonaws.com"),
        ];
        return
        [
            new("AutoScalingAttachesVolumes")
            {
                Principal = Principal.Anybody,
                Actions = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
                Conditions = inThatRole,
            },
            new("VolumesStayAttachedByGrant")
            {
                Principal = Principal.Anybody,
                Actions = ["kms:CreateGrant"],
                Conditions = [.. inThatRole, new("Bool", "kms:GrantIsForAWSResource", "true")],
            },
        ];
    }
}
