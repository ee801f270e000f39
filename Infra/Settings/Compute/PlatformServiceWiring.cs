using System.Collections.Immutable;
using Infra.Compute;
using Pulumi;

namespace Infra.Settings.Compute;

/// <summary>What other resources give to the platform's service.</summary>
/// <param name="Image">The image, with tag or digest.</param>
/// <param name="ClusterName">Its cluster.</param>
/// <param name="ClusterArn">The same, once it can start instances.</param>
/// <param name="Capacity">Where its tasks run.</param>
/// <param name="ExecLogGroup">The log group of ECS Exec sessions.</param>
/// <param name="LogGroup">Its log group.</param>
/// <param name="KeyArn">The key of secrets, parameters and sessions.</param>
/// <param name="Target">Where a load balancer finds it.</param>
internal sealed record PlatformServiceWiring(
    string Image,
    string ClusterName,
    Input<string> ClusterArn,
    InstanceCapacity Capacity,
    string ExecLogGroup,
    Input<string> LogGroup,
    Input<string> KeyArn,
    ServiceTarget? Target
)
{
    /// <summary>Variables of the application in plain text. Default: none but those of port, log level and tracing.</summary>
    public ImmutableSortedDictionary<string, Input<string>> Environment { get; init; } =
        ImmutableSortedDictionary.Create<string, Input<string>>(StringComparer.Ordinal);

    /// <summary>Variables that ECS fills from secrets or parameters. Default: none.</summary>
    public ImmutableSortedDictionary<string, SecretKey> Secrets { get; init; } =
        ImmutableSortedDictionary.Create<string, SecretKey>(StringComparer.Ordinal);
}
