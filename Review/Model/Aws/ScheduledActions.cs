namespace Review.Model.Aws;

/// <summary>The right that a schedule of EventBridge Scheduler needs.</summary>
internal static class ScheduledActions
{
    // Targets that name an API of AWS itself.
    private const string Universal = "arn:aws:scheduler:::aws-sdk:";

    // Where IAM calls a service by another name than the SDK.
    private static readonly Dictionary<string, string> Prefixes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["applicationautoscaling"] = "application-autoscaling",
        ["cloudwatchlogs"] = "logs",
        ["elasticloadbalancingv2"] = "elasticloadbalancing",
        ["eventbridge"] = "events",
        ["sesv2"] = "ses",
        ["sfn"] = "states",
    };

    private static readonly Dictionary<string, string> Actions = new(StringComparer.Ordinal)
    {
        ["aws:ecs/cluster:Cluster"] = "ecs:RunTask",
        [Tokens.Function] = "lambda:InvokeFunction",
        [Tokens.Queue] = "sqs:SendMessage",
        [Tokens.Topic] = "sns:Publish",
    };

    /// <summary>The action, such as <c>rds:stopDBInstance</c>; nothing where the target says too little.</summary>
    public static string? Of(Resource schedule)
    {
        var target = schedule["target.arn"].Text ?? "";
        if (target.StartsWith(Universal, StringComparison.Ordinal))
            return target[Universal.Length..].Split(':') is [var service, var api]
                ? $"{Prefixes.GetValueOrDefault(service, service)}:{api}"
                : null;
        return schedule.Stack.References.In(target).Select(named => Actions.GetValueOrDefault(named.Type)).FirstOrDefault();
    }
}
