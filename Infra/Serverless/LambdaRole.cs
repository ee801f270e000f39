using System.Collections.Immutable;
using Infra.Policies;
using Infra.Settings;
using Pulumi;
using Pulumi.Aws.Iam;

namespace Infra.Serverless;

/// <summary>
/// A role that Lambda takes, with the one policy that says what it may do. Unlike other roles of services its trust has no conditions: AWS
/// documents none for Lambda, a condition on a key that is not sent lets nobody in, and Lambda takes roles of the function's own account only.
/// </summary>
internal sealed class LambdaRole
{
    /// <summary>The ARN. It waits for the policy: a function that starts without its rights fails.</summary>
    public Output<string> Arn { get; }

    /// <summary>Makes the role and its policy.</summary>
    /// <param name="name">Logical name of the role; that of the policy has <c>-policy</c> behind it.</param>
    /// <param name="context">The stack.</param>
    /// <param name="role">What it is called behind the stack's prefix.</param>
    /// <param name="description">What it is for, as people read it in the console.</param>
    /// <param name="statements">What it may do.</param>
    /// <param name="parent">The component they belong to.</param>
    public LambdaRole(
        string name,
        StackContext context,
        string role,
        string description,
        Input<ImmutableArray<Statement>> statements,
        Resource parent
    )
    {
        var made = new Role(
            name,
            new()
            {
                Name = context.Label.Role(role),
                Description = description,
                AssumeRolePolicy = Trust,
                Tags = context.Label.NameTag(role),
            },
            new() { Parent = parent }
        );
        var policy = new RolePolicy(
            $"{name}-policy",
            new() { Role = made.Id, Policy = statements.Apply(all => PolicyDocument.Of([.. all])) },
            new() { Parent = parent }
        );
        Arn = Output.Tuple(made.Arn, policy.Id).Apply(both => both.Item1);
    }

    private static string Trust { get; } =
        PolicyDocument.Of(
            new Statement("LambdaTakesRole")
            {
                Principal = Principal.Services("lambda.amazonaws.com"),
                Actions = ["sts:AssumeRole"],
                Resources = [],
            }
        );
}
