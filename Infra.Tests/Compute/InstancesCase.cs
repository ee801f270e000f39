using System.Collections.Immutable;
using Infra.Compute;

namespace Infra.Tests.Compute;

/// <summary>A cluster of instances; each test changes one thing.</summary>
internal static class InstancesCase
{
    public static readonly ImmutableSortedDictionary<string, string> Tags = ImmutableSortedDictionary
        .Create<string, string>(StringComparer.Ordinal)
        .Add("Owner", "platform");

    public static Ec2CapacityClusterArgs Args() =>
        new()
        {
            Context = TestStacks.Prod,
            KeyArn = "arn:key",
            SubnetIds = ["subnet-a", "subnet-c", "subnet-d"],
            SecurityGroupId = "sg-ecs",
            Tags = Tags,
        };

    public static Task<Sandbox> RunAsync(Ec2CapacityClusterArgs args) =>
        Sandbox.RunAsync(() => _ = new Ec2CapacityCluster("web", args));
}
