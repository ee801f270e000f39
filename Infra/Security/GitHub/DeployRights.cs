using System.Collections.Immutable;
using Infra.Edge;
using Infra.Policies;

namespace Infra.Security.GitHub;

/// <summary>
/// What a role that deploys may do besides reading. Services by prefixes of actions, because what a change calls is the provider's affair;
/// roles, buckets, secrets and parameters by the names of the systems, because there lie power and data.
/// </summary>
internal static class DeployRights
{
    /// <summary>The services that roles of the systems are handed to.</summary>
    public static readonly ImmutableArray<string> PassedTo =
    [
        "apigateway.amazonaws.com",
        "backup.amazonaws.com",
        "chatbot.amazonaws.com",
        "cloudtrail.amazonaws.com",
        "codedeploy.amazonaws.com",
        "config.amazonaws.com",
        "ec2.amazonaws.com",
        "ecs-tasks.amazonaws.com",
        "lambda.amazonaws.com",
        "monitoring.rds.amazonaws.com",
        "rds.amazonaws.com",
        "scheduler.amazonaws.com",
        "vpc-flow-logs.amazonaws.com",
    ];

    // Policies of AWS that give one service what it needs; those for people are not among them.
    private const string ServicePolicies = "policy/service-role/*";

    /// <summary>The policy of the services, in the regions where the systems are.</summary>
    public static string Services(GitHubOidcArgs args) =>
        PolicyDocument.Of(
            new Statement("ChangeServices")
            {
                Actions = [.. ServiceRightsTable.All.SelectMany(service => service.ChangeActions)],
                Conditions =
                [
                    new(
                        "StringEquals",
                        "aws:RequestedRegion",
                        [
                            .. args
                                .MoreRegions.Append(args.Context.Region)
                                .Append(GlobalEdge.Region)
                                .Distinct()
                                .Order(StringComparer.Ordinal),
                        ]
                    ),
                ],
            }
        );

    /// <summary>The statements of the role's own policy.</summary>
    /// <param name="args">What is deployed, and where.</param>
    /// <param name="keyArn">The key of the state.</param>
    public static ImmutableArray<Statement> Of(GitHubOidcArgs args, string keyArn) =>
        [
            .. Buckets(args),
            .. Secrets(args),
            .. Roles(args),
            .. StateRights.Read(args, keyArn),
            .. StateRights.Write(args, keyArn),
            .. StateRights.Never(args, keyArn),
        ];

    private static Statement[] Buckets(GitHubOidcArgs args)
    {
        var buckets = RightScopes.Buckets(args.Context, args.Prefixes);
        var change = new Statement("ChangeBuckets")
        {
            Actions =
            [
                "s3:CreateBucket",
                "s3:DeleteBucket*",
                "s3:PutBucket*",
                "s3:PutEncryptionConfiguration",
                "s3:PutLifecycleConfiguration",
                "s3:TagResource",
                "s3:UntagResource",
            ],
            Resources = buckets,
        };
        var empty = new Statement("EmptyBuckets")
        {
            Actions = ["s3:DeleteObject*", "s3:ListBucketVersions"],
            Resources = [.. buckets, .. buckets.Select(bucket => $"{bucket}/*")],
        };
        return args.EmptiesBuckets ? [change, empty] : [change];
    }

    // Pulumi reads values back to know whether they changed.
    private static Statement[] Secrets(GitHubOidcArgs args) =>
        [
            new("ChangeSecrets")
            {
                Actions =
                [
                    "secretsmanager:CreateSecret",
                    "secretsmanager:Delete*",
                    "secretsmanager:GetSecretValue",
                    "secretsmanager:Put*",
                    "secretsmanager:RestoreSecret",
                    "secretsmanager:Tag*",
                    "secretsmanager:Untag*",
                    "secretsmanager:Update*",
                ],
                Resources = RightScopes.Secrets(args.Context, args.Prefixes),
            },
            new("ChangeParameters")
            {
                Actions =
                [
                    "ssm:AddTagsToResource",
                    "ssm:DeleteParameter*",
                    "ssm:GetParameter*",
                    "ssm:PutParameter",
                    "ssm:RemoveTagsFromResource",
                ],
                Resources = RightScopes.Parameters(args.Context, args.Prefixes),
            },
            // A template of instances may name its image by a parameter that AWS publishes.
            new("FindImages")
            {
                Actions = ["ssm:GetParameter*"],
                Resources = [$"arn:{args.Context.Partition}:ssm:*::parameter/aws/service/*"],
            },
            new("EncryptWhatIsMade")
            {
                Actions = ["kms:CreateGrant", "kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
                Resources = [RightScopes.Keys(args.Context)],
                // Keys are made by the deployment, so none can be named; none is used but through a service.
                Conditions = [new("StringLike", "kms:ViaService", "*.amazonaws.com")],
            },
        ];

    private static Statement[] Roles(GitHubOidcArgs args)
    {
        var context = args.Context;
        var roles = RightScopes.Iam(context, args.Prefixes, "role");
        return
        [
            new("ChangeRoles")
            {
                Actions =
                [
                    "iam:AddRoleToInstanceProfile",
                    "iam:CreateInstanceProfile",
                    "iam:CreateRole",
                    "iam:DeleteInstanceProfile",
                    "iam:DeleteRole",
                    "iam:DeleteRolePolicy",
                    "iam:PutRolePolicy",
                    "iam:RemoveRoleFromInstanceProfile",
                    "iam:TagInstanceProfile",
                    "iam:TagRole",
                    "iam:UntagInstanceProfile",
                    "iam:UntagRole",
                    "iam:UpdateAssumeRolePolicy",
                    "iam:UpdateRole",
                    "iam:UpdateRoleDescription",
                ],
                Resources = RightScopes.Iam(context, args.Prefixes, "instance-profile", "role"),
            },
            new("AttachPoliciesOfServices")
            {
                Actions = ["iam:AttachRolePolicy", "iam:DetachRolePolicy"],
                Resources = roles,
                Conditions = [new("ArnLike", "iam:PolicyARN", $"arn:{context.Partition}:iam::aws:{ServicePolicies}")],
            },
            new("HandRolesToServices")
            {
                Actions = ["iam:PassRole"],
                Resources = roles,
                Conditions = [new("StringEquals", "iam:PassedToService", PassedTo)],
            },
            new("MakeRolesOfServices")
            {
                Actions = ["iam:CreateServiceLinkedRole"],
                Resources = [$"arn:{context.Partition}:iam::{context.AccountId}:role/aws-service-role/*"],
            },
        ];
    }
}
