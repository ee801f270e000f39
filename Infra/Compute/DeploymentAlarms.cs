using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.CloudWatch;

namespace Infra.Compute;

/// <summary>
/// The alarms that undo a deployment. They are apart from all others because the service needs their names, while those need the service's.
/// </summary>
internal sealed class DeploymentAlarms : ComponentResource
{
    /// <summary>Their names, known before anything is deployed; a service that names an alarm needs it to exist.</summary>
    public InputList<string> Names { get; }

    internal DeploymentAlarms(string name, IServiceContent args, ServiceTarget target, ComponentResourceOptions options)
        : base("idp:compute:DeploymentAlarms", name, options)
    {
        var child = new CustomResourceOptions { Parent = this };
        var groups = ImmutableSortedDictionary<string, Input<string>>.Empty.Add("", target.TargetGroupArnSuffix);
        if ((target.BlueGreen?.AlternateTargetGroupArnSuffix ?? target.CodeDeploy?.AlternateTargetGroupArnSuffix) is { } green)
            groups = groups.Add("-green", green);
        var names = new InputList<string>();
        foreach (var (color, suffix) in groups)
        {
            var dimensions = new InputMap<string> { ["LoadBalancer"] = target.LoadBalancerArnSuffix, ["TargetGroup"] = suffix };
            names.Add(
                Alarm(
                    $"deploy-5xx{color}",
                    new()
                    {
                        AlarmDescription = "Undoes a deployment whose tasks answer with errors",
                        MetricName = "HTTPCode_Target_5XX_Count",
                        Statistic = "Sum",
                        Threshold = args.Deployment.RollbackAt5xx,
                        EvaluationPeriods = 2,
                        Dimensions = dimensions,
                    }
                )
            );
            names.Add(
                Alarm(
                    $"deploy-unhealthy{color}",
                    new()
                    {
                        AlarmDescription = "Undoes a deployment whose tasks do not become healthy",
                        MetricName = "UnHealthyHostCount",
                        Statistic = "Minimum",
                        Threshold = 1,
                        // As long as a slow start may take; a task that dies for good stays away longer.
                        EvaluationPeriods = 5,
                        Dimensions = dimensions,
                    }
                )
            );
        }
        Names = names;
        RegisterOutputs();

        Input<string> Alarm(string role, MetricAlarmArgs alarm)
        {
            alarm.Name = args.Context.Label.Name($"{args.ServiceRole}-{role}");
            alarm.Namespace = "AWS/ApplicationELB";
            alarm.Period = 60;
            alarm.ComparisonOperator = "GreaterThanOrEqualToThreshold";
            alarm.TreatMissingData = "notBreaching"; // no requests, no errors
            alarm.Tags = args.Context.Label.NameTag($"{args.ServiceRole}-{role}");
            return new MetricAlarm($"{name}-{role}", alarm, child).Name;
        }
    }
}
