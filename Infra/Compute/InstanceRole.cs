using Infra.Policies;
using Infra.Settings;
using Pulumi;
using Pulumi.Aws.Iam;

namespace Infra.Compute;

/// <summary>
/// The role of the instances of a cluster. It is no more than the agents of ECS and Systems Manager on them need: the managed policies for
/// both reach every cluster, every repository and every parameter of the account.
/// </summary>
internal sealed class InstanceRole
{
    /// <summary>The instance profile that carries the role, once the role has its rights.</summary>
    public Output<string> ProfileArn { get; }

    /// <summary>Makes role, policy and profile.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="context">The stack.</param>
    /// <param name="clusterName">The cluster that the instances join.</param>
    /// <param name="parent">The component.</param>
    public InstanceRole(string name, StackContext context, string clusterName, Resource parent)
    {
        var label = context.Label;
        var role = new Role(
            $"{name}-instance-role",
            new()
            {
                Name = label.Role("instance-role"),
                Description = $"Worn by the instances of {clusterName}",
                // EC2 names neither account nor source when an instance takes its role, so no condition may ask for them.
                AssumeRolePolicy = PolicyDocument.Of(
                    new Statement("InstancesTakeRole")
                    {
                        Principal = Principal.Services("ec2.amazonaws.com"),
                        Actions = ["sts:AssumeRole"],
                        Resources = [],
                    }
                ),
                Tags = label.NameTag("instance-role"),
            },
            new() { Parent = parent }
        );
        var policy = new RolePolicy(
            $"{name}-instance-role-policy",
            new() { Role = role.Id, Policy = InstancePolicy.Of(context, clusterName) },
            new() { Parent = parent }
        );
        var profile = new InstanceProfile(
            $"{name}-instance-profile",
            new()
            {
                Name = label.Role("instance-profile"),
                Role = role.Name,
                Tags = label.NameTag("instance-profile"),
            },
            new() { Parent = parent }
        );
        ProfileArn = Output.Tuple(profile.Arn, policy.Id).Apply(made => made.Item1);
    }
}
