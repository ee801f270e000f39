using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>Alarms that read what AWS really reports, composite alarms, and the picture of it all.</summary>
internal sealed class AlarmShapeRules : GuardrailTable
{
    private const string WebAcl = "aws:wafv2/webAcl:WebAcl";
    private const string Dashboard = "aws:cloudwatch/dashboard:Dashboard";

    // The dimensions under which a namespace reports; one of the sets must be there.
    private static readonly Dictionary<string, string[][]> Reported = new(StringComparer.Ordinal)
    {
        ["AWS/ApiGateway"] =
        [
            ["ApiName"],
            ["ApiId"],
        ],
        ["AWS/ApplicationELB"] =
        [
            ["LoadBalancer"],
        ],
        ["AWS/CloudFront"] =
        [
            ["DistributionId", "Region"],
        ],
        ["AWS/DynamoDB"] =
        [
            ["TableName"],
        ],
        ["AWS/ECS"] =
        [
            ["ClusterName"],
        ],
        ["AWS/ElastiCache"] =
        [
            ["CacheClusterId"],
            ["ReplicationGroupId"],
        ],
        ["AWS/Lambda"] =
        [
            ["FunctionName"],
        ],
        ["AWS/NATGateway"] =
        [
            ["NatGatewayId"],
        ],
        ["AWS/RDS"] =
        [
            ["DBInstanceIdentifier"],
            ["DBClusterIdentifier"],
            ["ProxyName"],
        ],
        ["AWS/SQS"] =
        [
            ["QueueName"],
        ],
        ["AWS/WAFV2"] =
        [
            ["Rule", "WebACL"],
        ],
        ["ECS/ContainerInsights"] =
        [
            ["ClusterName"],
        ],
    };

    // Metrics that need one more than their namespace does.
    private static readonly Dictionary<(string Space, string Metric), string> Further = new()
    {
        [("AWS/ApplicationELB", "HealthyHostCount")] = "TargetGroup",
        [("AWS/ApplicationELB", "UnHealthyHostCount")] = "TargetGroup",
        [("AWS/DynamoDB", "SystemErrors")] = "Operation",
        [("AWS/DynamoDB", "ThrottledRequests")] = "Operation",
    };

    // The last part of an ARN, which CloudWatch wants, begins so.
    private static readonly Dictionary<string, string[]> Suffixes = new(StringComparer.Ordinal)
    {
        ["LoadBalancer"] = ["app/", "net/", "gwy/"],
        ["TargetGroup"] = ["targetgroup/"],
    };

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("cloudwatch-alarm-dimensions", Grade.High, Tokens.MetricAlarm, "Alarms name what the service reports under")
            {
                Reason =
                    "Metrics exist only under the dimensions of their service; an alarm on any others has no data, for ever.",
                Fix = "Set the dimensions that the message names, no more and no fewer.",
                When = alarm => AlarmedMetric.Of(alarm).Any(metric => Reported.ContainsKey(metric.Namespace)),
                Check = alarm => Verdict.All(AlarmedMetric.Of(alarm).Select(metric => Complete(alarm, metric))),
            },
            new("cloudwatch-alarm-arn-suffix", Grade.High, Tokens.MetricAlarm, "Alarms on load balancers take the end of the ARN")
            {
                Reason = "CloudWatch knows app/name/id, not the ARN and not the name; an alarm on those has no data, for ever.",
                Fix = "Take LoadBalancer.ArnSuffix and TargetGroup.ArnSuffix.",
                When = alarm => AlarmedMetric.Of(alarm).Any(metric => metric.Namespace == "AWS/ApplicationELB"),
                Check = alarm =>
                    Verdict.All(
                        AlarmedMetric.Of(alarm).Where(metric => metric.Namespace == "AWS/ApplicationELB").SelectMany(EndsOfArns)
                    ),
            },
            new(
                "cloudwatch-composite-alarms",
                Grade.High,
                Tokens.CompositeAlarm,
                "Composite alarms are made of alarms that exist"
            )
            {
                Reason = "CloudWatch refuses the alarm, or it never rings.",
                Fix = "Write the alarms' names into alarmRule as the alarms have them.",
                Check = composite =>
                    composite["alarmRule"] is { IsUnknown: true, Text: null }
                        ? Verdict.CannotKnow("alarmRule is known only after the deployment")
                        : Exist(composite),
            },
            new("cloudwatch-composite-actions", Grade.High, Tokens.CompositeAlarm, "Composite alarms do something when they ring")
            {
                Reason = "The alarm turns red, and tells nobody.",
                Fix = "Put a topic into alarmActions, and leave actionsEnabled out.",
                Check = composite =>
                    composite.IsSet("alarmActions", "a topic") & composite.Is("actionsEnabled", true, absent: true),
            },
            new("cloudwatch-dashboard", Grade.Low, Guardrail.WholeStack, "A stack with alarms has a dashboard")
            {
                Reason = "Whoever is woken looks for the pictures first, and finds hundreds of single metrics.",
                Fix = "Add an aws:cloudwatch:Dashboard. The first three of an account cost nothing.",
                When = stack => stack.Stack.All(Tokens.MetricAlarm).Any(),
                Check = stack => Verdict.Of(stack.Stack.All(Dashboard).Any(), "dashboard: got none, want one"),
            },
        ];

    private static Verdict Complete(Resource alarm, AlarmedMetric metric)
    {
        if (!Reported.TryGetValue(metric.Namespace, out var sets))
            return Verdict.Pass;
        if (metric.Dimensions.IsUnknown)
            return Verdict.CannotKnow("dimensions are known only after the deployment");
        IEnumerable<string> further = Further.TryGetValue((metric.Namespace, metric.Name), out var one) ? [one] : [];
        if (metric.Namespace == "AWS/WAFV2" && IsRegional(alarm, metric))
            further = further.Append("Region");
        var missing = sets.Select(set => Missing(metric, set.Concat(further))).MinBy(missing => missing.Count)!;
        return Verdict.Of(missing.Count == 0, $"dimensions of {metric.Name}: got no {string.Join(", ", missing)}, want it too");
    }

    private static List<string> Missing(AlarmedMetric metric, IEnumerable<string> wanted) =>
        [.. wanted.Where(dimension => metric.Dimensions.Members.All(member => member.Key != dimension))];

    private static bool IsRegional(Resource alarm, AlarmedMetric metric) =>
        metric.Dimensions["WebACL"].Text is { } name
        && Dimensions.Of(alarm.Stack).Find("WebACL", name) is { Type: WebAcl } acl
        && acl["scope"].Text == "REGIONAL";

    private static IEnumerable<Verdict> EndsOfArns(AlarmedMetric metric)
    {
        foreach (var (dimension, starts) in Suffixes)
        {
            var value = metric.Dimensions[dimension];
            if (value.IsMissing)
                continue;
            if (value.Text is not { } text)
                yield return Verdict.CannotKnow($"dimension {dimension} is known only after the deployment");
            else if (Reference.In(text).ToList() is [var reference])
                yield return Verdict.Of(
                    reference.Output == "arnSuffix",
                    $"dimension {dimension}: got the {reference.Output} of {reference.Name}, want its arnSuffix"
                );
            else
                yield return Verdict.Of(
                    starts.Any(start => text.StartsWith(start, StringComparison.Ordinal)),
                    $"dimension {dimension}: got {text}, want a text that begins with {starts[0]}"
                );
        }
    }

    private static Verdict Exist(Resource composite)
    {
        var names = composite
            .Stack.All(Tokens.MetricAlarm)
            .Select(alarm => alarm["name"].Text)
            .Concat(composite.Stack.All(Tokens.CompositeAlarm).Select(alarm => alarm["alarmName"].Text))
            .ToHashSet();
        return Verdict.All(
                Alarms
                    .Combined(composite)
                    .Where(name => !names.Contains(name) && !Reference.IsIn(name))
                    .Select(name => Verdict.Fail($"alarmRule: got {name}, want an alarm of this stack"))
            ) & Verdict.Of(Alarms.Combined(composite).Any(), "alarmRule: got no alarm, want one");
    }
}
