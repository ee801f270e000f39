using System.Collections.Immutable;
using Infra.Compute;
using Infra.Policies;
using Pulumi;

namespace Infra.Settings.Compute;

/// <summary>What other resources give to one of several services.</summary>
/// <param name="Image">The image, with tag or digest.</param>
/// <param name="Cluster">Its cluster.</param>
/// <param name="ClusterArn">The same, once it can run tasks.</param>
/// <param name="ExecLogGroup">The log group of ECS Exec sessions.</param>
/// <param name="SubnetIds">Where tasks run, in two zones or more.</param>
/// <param name="SecurityGroupId">The group of the tasks.</param>
/// <param name="LogGroup">Its log group.</param>
/// <param name="KeyArn">The key of secrets and sessions.</param>
internal sealed record ContainerServiceWiring(
    string Image,
    string Cluster,
    Input<string> ClusterArn,
    string ExecLogGroup,
    ImmutableArray<Input<string>> SubnetIds,
    Input<string> SecurityGroupId,
    Input<string> LogGroup,
    Input<string> KeyArn
)
{
    /// <summary>Where a load balancer finds it. Default: none does.</summary>
    public ServiceTarget? Target { get; init; }

    /// <summary>Variables in plain text. Default: none but the port and the log level.</summary>
    public ImmutableSortedDictionary<string, Input<string>> Environment { get; init; } =
        ImmutableSortedDictionary.Create<string, Input<string>>(StringComparer.Ordinal);

    /// <summary>Variables that ECS fills from secrets. Default: none.</summary>
    public ImmutableSortedDictionary<string, SecretKey> Secrets { get; init; } =
        ImmutableSortedDictionary.Create<string, SecretKey>(StringComparer.Ordinal);

    /// <summary>What the containers may do on AWS. Default: nothing.</summary>
    public Output<ImmutableArray<Statement>>? Rights { get; init; }
}
