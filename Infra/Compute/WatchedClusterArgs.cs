using Infra.Settings;
using Pulumi;

namespace Infra.Compute;

/// <summary>What a <see cref="WatchedCluster"/> needs.</summary>
/// <param name="Context">The stack.</param>
/// <param name="KeyArn">The key that encrypts the sessions of ECS Exec and the log groups.</param>
/// <param name="Insights">What CloudWatch is told.</param>
/// <param name="LogRetentionDays">How long the log groups are kept.</param>
internal sealed record WatchedClusterArgs(
    StackContext Context,
    Input<string> KeyArn,
    ContainerInsights Insights,
    int LogRetentionDays
);
