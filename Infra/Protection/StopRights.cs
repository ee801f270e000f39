using Infra.Policies;

namespace Infra.Protection;

/// <summary>What a stop schedule may do, and to what.</summary>
internal static class StopRights
{
    /// <summary>The policy of its role.</summary>
    public static string For(StopScheduleArgs args)
    {
        var context = args.Context;
        var statements = new List<Statement>();
        if (!args.Services.IsEmpty)
            statements.Add(
                new("CountTasks")
                {
                    Actions = ["ecs:UpdateService"],
                    Resources =
                    [
                        .. args.Services.Select(service =>
                            context.Arn("ecs", $"service/{service.ClusterName}/{service.ServiceName}")
                        ),
                    ],
                }
            );
        if (args.Services.Any(service => service.Scales))
            statements.Add(
                new("SuspendScaling")
                {
                    Actions = ["application-autoscaling:RegisterScalableTarget"],
                    // AWS gives a target its id, so its ARN is not known; the conditions leave only counts of tasks.
                    Resources = [context.Arn("application-autoscaling", "scalable-target/*")],
                    Conditions =
                    [
                        new("StringEquals", "application-autoscaling:service-namespace", "ecs"),
                        new("StringEquals", "application-autoscaling:scalable-dimension", "ecs:service:DesiredCount"),
                    ],
                }
            );
        if (args.DatabaseIdentifier is { } database)
            statements.Add(
                new("StopDatabase")
                {
                    Actions = ["rds:StartDBInstance", "rds:StopDBInstance"],
                    Resources = [context.Arn("rds", $"db:{database}")],
                }
            );
        if (args.AlarmNames.Length > 0)
            statements.Add(
                new("SilenceAlarms")
                {
                    Actions =
                    [
                        "cloudwatch:DisableAlarmActions",
                        "cloudwatch:EnableAlarmActions",
                        .. args.RecheckAlarms.Length > 0 ? ["cloudwatch:SetAlarmState"] : Array.Empty<string>(),
                    ],
                    // By prefix: a hundred ARNs do not fit into the policy of a role.
                    Resources = [context.Arn("cloudwatch", $"alarm:{context.Label.Prefix}-*")],
                }
            );
        return PolicyDocument.Of(statements);
    }
}
