using System.Collections.Immutable;
using Infra.Settings;
using Pulumi;
using Pulumi.Aws;
using Pulumi.Aws.Inputs;

namespace Infra.Systems;

/// <summary>Makes the AWS providers of a stack, one for each region. They refuse every account but the stack's and tag all they make.</summary>
internal static class AwsProvider
{
    /// <summary>The provider of a region.</summary>
    /// <param name="context">The stack, with the region in question.</param>
    /// <param name="tags">What everything is tagged with.</param>
    /// <param name="name">Logical name. Default: that of the provider for the stack's own region.</param>
    public static ProviderResource For(StackContext context, IReadOnlyDictionary<string, string> tags, string name = "aws")
    {
        var provider = new Provider(
            name,
            new()
            {
                Region = context.Region,
                AllowedAccountIds = [context.AccountId],
                DefaultTags = new ProviderDefaultTagsArgs { Tags = tags.ToImmutableDictionary() },
            }
        );
        AccountGuard.Check(context, provider);
        return provider;
    }
}
