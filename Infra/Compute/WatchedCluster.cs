using Infra.Settings;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Ecs;
using Pulumi.Aws.Ecs.Inputs;

namespace Infra.Compute;

/// <summary>A cluster that CloudWatch counts, whose log groups are encrypted, and in which whoever opens a shell leaves a record.</summary>
internal sealed class WatchedCluster
{
    /// <summary>The name, <c>idp-server-cluster</c>, known before anything is deployed.</summary>
    public string Name { get; }

    /// <summary>The log group of ECS Exec sessions.</summary>
    public string ExecLogGroup { get; }

    /// <summary>The log group of Container Insights.</summary>
    public string InsightsLogGroup => $"/aws/ecs/containerinsights/{Name}/performance";

    /// <summary>The cluster, before it has anything to run tasks on.</summary>
    public Cluster Resource { get; }

    /// <summary>Makes the cluster and its log groups.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="args">What it is like.</param>
    /// <param name="parent">The component.</param>
    public WatchedCluster(string name, WatchedClusterArgs args, Resource parent)
    {
        var label = args.Context.Label;
        Name = label.Name("cluster");
        ExecLogGroup = label.LogGroup("ecs", "exec");

        var log = new LogGroup($"{name}-exec-log", Log(ExecLogGroup, "exec-log", args), new() { Parent = parent });
        // ECS would make this group itself, unencrypted.
        var insights =
            args.Insights == ContainerInsights.Disabled
                ? null
                : new LogGroup($"{name}-insights-log", Log(InsightsLogGroup, "insights-log", args), new() { Parent = parent });
        Resource = new(
            $"{name}-cluster",
            new()
            {
                Name = Name,
                Settings = [new ClusterSettingArgs { Name = "containerInsights", Value = Word.Of(args.Insights) }],
                Configuration = new ClusterConfigurationArgs
                {
                    ExecuteCommandConfiguration = new ClusterConfigurationExecuteCommandConfigurationArgs
                    {
                        KmsKeyId = args.KeyArn,
                        Logging = "OVERRIDE",
                        LogConfiguration = new ClusterConfigurationExecuteCommandConfigurationLogConfigurationArgs
                        {
                            CloudWatchEncryptionEnabled = true,
                            CloudWatchLogGroupName = log.Name,
                        },
                    },
                },
                Tags = label.NameTag("cluster"),
            },
            new() { Parent = parent, DependsOn = insights is null ? [] : [insights] }
        );
    }

    private static LogGroupArgs Log(string group, string role, WatchedClusterArgs args) =>
        new()
        {
            Name = group,
            RetentionInDays = args.LogRetentionDays,
            KmsKeyId = args.KeyArn,
            Tags = args.Context.Label.NameTag(role),
        };
}
