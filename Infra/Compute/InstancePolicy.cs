using Infra.Policies;
using Infra.Settings;

namespace Infra.Compute;

/// <summary>What the agents on an instance of a cluster do on AWS.</summary>
internal static class InstancePolicy
{
    /// <summary>The policy document.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="clusterName">The one cluster.</param>
    public static string Of(StackContext context, string clusterName)
    {
        var cluster = context.Arn("ecs", $"cluster/{clusterName}");
        var instances = context.Arn("ecs", $"container-instance/{clusterName}/*");
        var repository = context.Arn("ecr", $"repository/{context.Label.Repository()}");
        return PolicyDocument.Of(
            new Statement("JoinCluster")
            {
                Actions =
                [
                    "ecs:DeregisterContainerInstance",
                    "ecs:RegisterContainerInstance",
                    "ecs:SubmitAttachmentStateChanges",
                    "ecs:SubmitContainerStateChange",
                    "ecs:SubmitTaskStateChange",
                ],
                Resources = [cluster],
            },
            new Statement("TakeOrders")
            {
                Actions = ["ecs:Poll", "ecs:StartTelemetrySession", "ecs:UpdateContainerInstancesState"],
                Resources = [instances],
                Conditions = [new("ArnEquals", "ecs:cluster", cluster)],
            },
            new Statement("TagOnJoining")
            {
                Actions = ["ecs:TagResource"],
                Resources = [instances],
                Conditions = [new("StringEquals", "ecs:CreateAction", "RegisterContainerInstance")],
            },
            // Both are about the account: where the agent connects to, and a token for the whole registry.
            new Statement("FindServices") { Actions = ["ecr:GetAuthorizationToken", "ecs:DiscoverPollEndpoint"] },
            // AWS promises the execution role's rights for pulling on Fargate only; this is the repository of the stack and no other.
            new Statement("PullImages")
            {
                Actions = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
                Resources = [repository],
            },
            // For a shell by Session Manager without a key pair or an open port. Its managed policy could read every parameter of the account,
            // passwords among them; its channels for older agents (ec2messages) and patching are left out: instances are replaced, not patched.
            new Statement("BeManaged")
            {
                Actions =
                [
                    "ssm:UpdateInstanceInformation",
                    "ssmmessages:CreateControlChannel",
                    "ssmmessages:CreateDataChannel",
                    "ssmmessages:OpenControlChannel",
                    "ssmmessages:OpenDataChannel",
                ],
            }
        );
    }
}
