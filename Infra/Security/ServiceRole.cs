using Infra.Policies;
using Pulumi;
using Pulumi.Aws.Iam;

namespace Infra.Security;

/// <summary>A role that one service of AWS takes for things of this account, with the one policy that says what it may do.</summary>
internal sealed class ServiceRole
{
    /// <summary>The ARN, for whoever takes the role. It waits for the policy: a service that starts without its rights fails.</summary>
    public Output<string> Arn { get; }

    /// <summary>Makes the role and its policy.</summary>
    /// <param name="name">Logical name of the role; that of the policy has <c>-policy</c> behind it.</param>
    /// <param name="args">Who takes it and what for.</param>
    /// <param name="parent">The component they belong to.</param>
    public ServiceRole(string name, ServiceRoleArgs args, Resource parent)
    {
        var label = args.Context.Label;
        var role = new Role(
            name,
            new()
            {
                Name = label.Role(args.Role),
                Description = args.Description,
                AssumeRolePolicy = PolicyDocument.Trust(args.Service, args.Context.AccountId, args.SourceArn),
                Tags = label.NameTag(args.Role),
            },
            new() { Parent = parent }
        );
        var policy = new RolePolicy($"{name}-policy", new() { Role = role.Id, Policy = args.Policy }, new() { Parent = parent });
        Arn = Output.Tuple(role.Arn, policy.Id).Apply(made => made.Item1);
    }
}
