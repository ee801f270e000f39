using System.Collections.Immutable;
using Pulumi;

namespace Infra.Settings.Compute;

/// <summary>What other resources give to a cluster of instances.</summary>
/// <param name="SubnetIds">The subnets of the instances.</param>
/// <param name="SecurityGroupId">Their security group.</param>
/// <param name="KeyArn">The key of volumes, sessions and logs.</param>
/// <param name="Tags">All tags of the stack.</param>
internal sealed record InstanceWiring(
    ImmutableArray<Input<string>> SubnetIds,
    Input<string> SecurityGroupId,
    Input<string> KeyArn,
    ImmutableSortedDictionary<string, string> Tags
)
{
    /// <summary>Stands for resources where only settings are looked at.</summary>
    public static InstanceWiring None { get; } = new(["", ""], "", "", ImmutableSortedDictionary<string, string>.Empty);
}
