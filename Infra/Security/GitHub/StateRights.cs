using System.Collections.Immutable;
using Infra.Policies;
using Infra.Storage;

namespace Infra.Security.GitHub;

/// <summary>What deploying and looking need of the state, and what no workflow may do to it or to the roles that workflows wear.</summary>
internal static class StateRights
{
    /// <summary>Reads checkpoints and opens the secrets in them, which Pulumi needs even to show a stack.</summary>
    public static Statement[] Read(GitHubOidcArgs args, string keyArn) =>
        [
            new("FindState") { Actions = ["s3:ListBucket"], Resources = [Bucket(args)] },
            new("ReadState") { Actions = ["s3:GetObject"], Resources = [Objects(args)] },
            new("OpenState") { Actions = ["kms:Decrypt"], Resources = [keyArn] },
        ];

    /// <summary>Writes checkpoints, history and locks. What is overwritten or deleted stays as a version.</summary>
    public static Statement[] Write(GitHubOidcArgs args, string keyArn) =>
        [
            new("WriteState") { Actions = ["s3:DeleteObject", "s3:PutObject"], Resources = [Objects(args)] },
            new("SealState") { Actions = ["kms:Encrypt", "kms:GenerateDataKey"], Resources = [keyArn] },
        ];

    /// <summary>Keeps a workflow from changing what it may do, and from losing the state and its old versions.</summary>
    public static Statement[] Never(GitHubOidcArgs args, string keyArn) =>
        [
            new Statement("NeverOwnRights")
            {
                Actions =
                [
                    "iam:Add*",
                    "iam:Attach*",
                    "iam:Create*",
                    "iam:Delete*",
                    "iam:Detach*",
                    "iam:PassRole",
                    "iam:Put*",
                    "iam:Remove*",
                    "iam:Set*",
                    "iam:Tag*",
                    "iam:Untag*",
                    "iam:Update*",
                ],
                Resources = OwnRights(args),
            }.Deny(),
            new Statement("NeverStateItself")
            {
                Actions =
                [
                    "s3:BypassGovernanceRetention",
                    "s3:DeleteBucket*",
                    "s3:DeleteObjectVersion",
                    "s3:PutBucket*",
                    "s3:PutEncryptionConfiguration",
                    "s3:PutLifecycleConfiguration",
                    "s3:PutReplicationConfiguration",
                ],
                Resources = [Bucket(args), $"{Bucket(args)}/*"],
            }.Deny(),
            new Statement("NeverKeyOfState")
            {
                Actions =
                [
                    "kms:CreateAlias",
                    "kms:CreateGrant",
                    "kms:DeleteAlias",
                    "kms:Disable*",
                    "kms:PutKeyPolicy",
                    "kms:ScheduleKeyDeletion",
                    "kms:Tag*",
                    "kms:Untag*",
                    "kms:Update*",
                ],
                Resources = [keyArn, args.Context.Arn("kms", args.Context.Label.KeyAlias(EncryptionKey.MainAlias))],
            }.Deny(),
        ];

    /// <summary>Where checkpoints are.</summary>
    public static string Objects(GitHubOidcArgs args) => $"{Bucket(args)}/{StateBucket.Folder}/*";

    private static string Bucket(GitHubOidcArgs args) => $"arn:{args.Context.Partition}:s3:::{args.StateBucketName}";

    private static ImmutableArray<string> OwnRights(GitHubOidcArgs args)
    {
        var context = args.Context;
        return
        [
            .. RightScopes.Iam(context, [$"{context.Label.Prefix}-"], "policy", "role"),
            $"arn:{context.Partition}:iam::{context.AccountId}:oidc-provider/{GitHubOidc.Issuer}",
            .. args.PermissionsBoundary is { } boundary ? [boundary] : Array.Empty<string>(),
        ];
    }
}
