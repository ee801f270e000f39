using Infra.Compute;

namespace Infra.Settings.Neuraknot;

/// <summary>Settings of the cluster that all services share.</summary>
internal sealed record NeuraknotClusterSettings
{
    [Setting("What Container Insights measures. Without it nobody counts tasks; enhanced also has metrics of single tasks.")]
    public ContainerInsights Insights { get; init; } = ContainerInsights.Enabled;

    [LogRetention("How long what was typed in ECS Exec sessions is kept.")]
    public int LogRetentionDays { get; init; } = 90;
}
