using Pulumi;
using Pulumi.Aws.Cognito;

namespace Infra.Identity;

/// <summary>Makes groups.</summary>
internal static class PoolGroups
{
    /// <summary>One group.</summary>
    public static void Make(string name, string group, PoolGroup about, UserPool pool, Resource parent) =>
        _ = new UserGroup(
            $"{name}-group-{group}",
            new()
            {
                UserPoolId = pool.Id,
                Name = group,
                Description = about.Description,
                Precedence = about.Precedence,
            },
            new() { Parent = parent }
        );
}
