using Pulumi;
using Pulumi.Aws.AppAutoScaling;
using Pulumi.Aws.AppAutoScaling.Inputs;

namespace Infra.Compute;

/// <summary>Moves the number of tasks of a service between its bounds, to hold averages and by the clock.</summary>
internal sealed class ServiceAutoscaling : ComponentResource
{
    private const string Namespace = "ecs";
    private const string Dimension = "ecs:service:DesiredCount";

    private readonly string _name;
    private readonly ServiceScaling _scaling;

    internal ServiceAutoscaling(string name, IServiceContent args, Input<string> serviceName, ComponentResourceOptions options)
        : base("idp:compute:ServiceAutoscaling", name, options)
    {
        (_name, _scaling) = (name, args.Scaling);
        var label = args.Context.Label;
        // Where there are several services each has its own.
        var scaling = args.ServiceRole == FargateServiceArgs.OnlyService ? "scaling" : $"{args.ServiceRole}-scaling";
        var target = new Target(
            $"{name}-scaling",
            new()
            {
                ServiceNamespace = Namespace,
                ScalableDimension = Dimension,
                ResourceId = Output.Format($"service/{args.ClusterName}/{serviceName}"),
                MinCapacity = _scaling.MinTasks,
                MaxCapacity = _scaling.MaxTasks,
                Tags = label.NameTag(scaling),
            },
            new() { Parent = this }
        );

        Track(target, "cpu", _scaling.CpuPercent, "ECSServiceAverageCPUUtilization");
        Track(target, "memory", _scaling.MemoryPercent, "ECSServiceAverageMemoryUtilization");
        if (_scaling.RequestsPerTarget is { } requests && args.Target is { } group)
            Track(
                target,
                "requests",
                requests,
                "ALBRequestCountPerTarget",
                Output.Format($"{group.LoadBalancerArnSuffix}/{group.TargetGroupArnSuffix}")
            );
        foreach (var (key, bounds) in _scaling.Schedule)
            _ = new ScheduledAction(
                $"{name}-scaling-{key}",
                new()
                {
                    Name = label.Name($"{scaling}-{key}"),
                    ServiceNamespace = target.ServiceNamespace,
                    ScalableDimension = target.ScalableDimension,
                    ResourceId = target.ResourceId,
                    Schedule = $"cron({bounds.Cron})",
                    Timezone = ScheduledBounds.TimeZone,
                    ScalableTargetAction = new ScheduledActionScalableTargetActionArgs
                    {
                        MinCapacity = bounds.MinTasks,
                        MaxCapacity = bounds.MaxTasks,
                    },
                },
                new() { Parent = this }
            );
        RegisterOutputs();

        void Track(Target on, string role, int value, string metric, Input<string>? resource = null) =>
            _ = new Policy(
                $"{_name}-scaling-{role}",
                new()
                {
                    Name = label.Name($"{scaling}-{role}"),
                    PolicyType = "TargetTrackingScaling",
                    ServiceNamespace = on.ServiceNamespace,
                    ScalableDimension = on.ScalableDimension,
                    ResourceId = on.ResourceId,
                    TargetTrackingScalingPolicyConfiguration = new PolicyTargetTrackingScalingPolicyConfigurationArgs
                    {
                        TargetValue = value,
                        ScaleOutCooldown = _scaling.ScaleOutCooldownSeconds,
                        ScaleInCooldown = _scaling.ScaleInCooldownSeconds,
                        PredefinedMetricSpecification =
                            new PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs
                            {
                                PredefinedMetricType = metric,
                                ResourceLabel = resource,
                            },
                    },
                },
                new() { Parent = this }
            );
    }
}
