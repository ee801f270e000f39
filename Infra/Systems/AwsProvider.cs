using System.Collections.Immutable;
using Infra.Settings;
using Pulumi;
using Pulumi.Aws;
using Pulumi.Aws.Inputs;

namespace Infra.Systems;

/// <summary>Makes the one AWS provider of a stack. It refuses every account but the stack's and tags everything it makes.</summary>
internal static class AwsProvider
{
    /// <summary>The provider.</summary>
    public static ProviderResource For(StackContext context, IReadOnlyDictionary<string, string> tags) =>
        new Provider(
            "aws",
            new()
            {
                Region = context.Region,
                AllowedAccountIds = [context.AccountId],
                DefaultTags = new ProviderDefaultTagsArgs { Tags = tags.ToImmutableDictionary() },
            }
        );
}
