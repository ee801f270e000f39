using System.Collections.Immutable;
using Infra.Policies;
using Infra.Settings;

namespace Infra.Security.GitHub;

/// <summary>What refreshing the state of a stack reads: how things are set up, in every service that the systems use.</summary>
internal static class ReadRights
{
    // Of S3 only what a bucket is like; the objects in it are the systems' data.
    private static readonly ImmutableArray<string> Buckets =
    [
        "s3:GetAccelerateConfiguration",
        "s3:GetBucket*",
        "s3:GetEncryptionConfiguration",
        "s3:GetLifecycleConfiguration",
        "s3:GetReplicationConfiguration",
        "s3:ListBucket",
        "s3:ListTagsForResource",
    ];

    private static readonly ImmutableArray<string> Others =
    [
        "iam:GetInstanceProfile",
        "iam:GetPolicy*",
        "iam:GetRole*",
        "iam:ListAttached*",
        "iam:ListInstanceProfile*",
        "iam:ListPolicyVersions",
        "iam:ListRole*",
        "secretsmanager:DescribeSecret",
        "secretsmanager:GetResourcePolicy",
        "secretsmanager:ListSecretVersionIds",
        "ssm:DescribeParameters",
        "ssm:ListTagsForResource",
    ];

    /// <summary>The policy that both kinds of roles wear. Nothing in it changes anything.</summary>
    public static string Policy(StackContext context, ImmutableArray<string> prefixes) =>
        PolicyDocument.Of(
            new Statement("LookAtServices")
            {
                Actions = [.. ServiceRightsTable.All.SelectMany(service => service.ReadActions), .. Others],
            },
            new Statement("LookAtBuckets") { Actions = Buckets, Resources = RightScopes.Buckets(context, prefixes) }
        );
}
