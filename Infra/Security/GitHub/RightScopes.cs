using System.Collections.Immutable;
using Infra.Settings;

namespace Infra.Security.GitHub;

/// <summary>Patterns of the names that the systems' things have, where a right can be bound to a name that is known before.</summary>
internal static class RightScopes
{
    /// <summary>Buckets of the systems.</summary>
    public static ImmutableArray<string> Buckets(StackContext context, ImmutableArray<string> prefixes) =>
        [.. prefixes.Select(prefix => $"arn:{context.Partition}:s3:::{prefix.ToLowerInvariant()}-*")];

    /// <summary>Roles, their policies and profiles, of the systems.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="prefixes">What names begin with.</param>
    /// <param name="kinds">For example <c>role</c>.</param>
    public static ImmutableArray<string> Iam(StackContext context, ImmutableArray<string> prefixes, params string[] kinds) =>
        [
            .. from kind in kinds
            from prefix in prefixes
            select $"arn:{context.Partition}:iam::{context.AccountId}:{kind}/{prefix}*",
        ];

    /// <summary>Secrets of the systems, which are named with a slash or a hyphen behind the system.</summary>
    public static ImmutableArray<string> Secrets(StackContext context, ImmutableArray<string> prefixes) =>
        [.. prefixes.Select(prefix => AnyRegion(context, "secretsmanager", $"secret:{prefix}*"))];

    /// <summary>Parameters of the systems, which lie in a folder of each.</summary>
    public static ImmutableArray<string> Parameters(StackContext context, ImmutableArray<string> prefixes) =>
        [.. prefixes.Select(prefix => AnyRegion(context, "ssm", $"parameter/{prefix}*"))];

    /// <summary>Keys of the account.</summary>
    public static string Keys(StackContext context) => AnyRegion(context, "kms", "key/*");

    // Which regions are meant is said by a condition.
    private static string AnyRegion(StackContext context, string service, string resource) =>
        $"arn:{context.Partition}:{service}:*:{context.AccountId}:{resource}";
}
