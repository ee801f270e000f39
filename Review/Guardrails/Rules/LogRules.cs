using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>CloudWatch Logs: how long entries are kept, who can read them, and that every group is the stack's own.</summary>
internal sealed class LogRules : GuardrailTable
{
    private const string Filter = "aws:cloudwatch/logMetricFilter:LogMetricFilter";
    private const string Instance = "aws:rds/instance:Instance";
    private const string Cluster = "aws:ecs/cluster:Cluster";
    private const string Dashboard = "aws:cloudwatch/dashboard:Dashboard";

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("CloudWatch.16", Grade.Medium, Tokens.LogGroup, "Log groups keep entries for a set time")
            {
                Reason =
                    "Where nothing is said entries are kept, and paid for, for ever; addresses of people may not be. AWS's own control asks for a year; what is right is for the stack to say.",
                Fix = "Set retentionInDays to one of the numbers that CloudWatch takes, such as 30, 90 or 365.",
                Also = ["CKV_AWS_66"],
                Check = group => group.Ask("retentionInDays", days => days.Number is > 0, "a number of days above 0"),
            },
            new("logs-key", Grade.Medium, Tokens.LogGroup, "Log groups are encrypted with a key of the account")
            {
                Reason =
                    "Logs hold addresses, names and mistakes; with the key of AWS every right to read logs is a right to read these.",
                Fix = "Set kmsKeyId to a key whose policy lets CloudWatch Logs in.",
                Also = ["CKV_AWS_158"],
                When = group => !TakesUsersLogs(group),
                Check = group => group.IsSet("kmsKeyId", "a KMS key of the stack"),
            },
            new("logs-key-cognito", Grade.Medium, Tokens.LogGroup, "Log groups of user pools have no key of the account")
            {
                Reason = "Cognito refuses to deliver into a group that has one.",
                Fix = "Leave kmsKeyId out; CloudWatch encrypts the group with its own key.",
                When = TakesUsersLogs,
                Check = group => group.IsUnset("kmsKeyId"),
            },
            new("logs-filter-group", Grade.Medium, Filter, "Metric filters read log groups that exist")
            {
                Reason = "CloudWatch refuses the filter, in the middle of the deployment.",
                Fix = "Set logGroupName to the name of a log group of the stack.",
                Check = filter =>
                    filter.Referred("logGroupName", Tokens.LogGroup).Any()
                        ? Verdict.Pass
                        : filter.Ask("logGroupName", _ => false, "the name of a log group of this stack"),
            },
            new("logs-filter-used", Grade.Low, Filter, "What metric filters count is looked at")
            {
                Reason = "A metric without an alarm or a picture costs 0.30 USD a month, and tells nobody anything.",
                Fix = "Add an alarm on the filter's namespace and name, put it on the dashboard, or remove the filter.",
                FollowsReferences = true,
                Check = filter =>
                    filter.Ask(
                        "metricTransformation.name",
                        name => IsRead(filter, name.Text ?? ""),
                        "a metric that an alarm or a dashboard reads"
                    ),
            },
            new("logs-lambda-owned", Grade.Medium, Tokens.Function, "Log groups of functions are the stack's own")
            {
                Reason =
                    "Lambda makes a missing group by itself: without retention, without a key, and left behind when the function goes.",
                Fix = "Add an aws:cloudwatch:LogGroup called /aws/lambda/<function>, or set loggingConfig.logGroup to one.",
                Check = function =>
                    Owned(
                        function,
                        function["loggingConfig.logGroup"] is { IsMissing: false } said
                            ? said.Text
                            : Prefixed("/aws/lambda/", function["name"])
                    ),
            },
            new("logs-rds-owned", Grade.Medium, Instance, "Log groups of databases are the stack's own")
            {
                Reason =
                    "RDS makes a missing group by itself: without retention, without a key, and left behind when the database goes.",
                Fix =
                    "Add an aws:cloudwatch:LogGroup called /aws/rds/instance/<identifier>/<log> for each of enabledCloudwatchLogsExports.",
                When = database => !database["enabledCloudwatchLogsExports"].IsEmpty,
                Check = database =>
                    database["enabledCloudwatchLogsExports"].IsUnknown
                        ? Verdict.CannotKnow("enabledCloudwatchLogsExports are known only after the deployment")
                        : Verdict.All(
                            database["enabledCloudwatchLogsExports"]
                                .Texts.Select(log =>
                                    Owned(database, Prefixed("/aws/rds/instance/", database["identifier"], $"/{log}"))
                                )
                        ),
            },
            new("logs-insights-owned", Grade.Low, Cluster, "Log groups of Container Insights are the stack's own")
            {
                Reason = "ECS makes a missing group by itself, without a key, and it is left behind when the cluster goes.",
                Fix = "Add an aws:cloudwatch:LogGroup called /aws/ecs/containerinsights/<cluster>/performance.",
                When = cluster =>
                    cluster["settings"]
                        .Items.Any(setting =>
                            setting["name"].Text == "containerInsights" && setting["value"].Text is "enabled" or "enhanced"
                        ),
                Check = cluster => Owned(cluster, Prefixed("/aws/ecs/containerinsights/", cluster["name"], "/performance")),
            },
        ];

    private static bool TakesUsersLogs(Resource group) =>
        group.ReferredBy("aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration", "logConfigurations").Any();

    private static string? Prefixed(string prefix, Value name, string suffix = "") =>
        name is { IsUnknown: false, Text: { } text } ? $"{prefix}{text}{suffix}" : null;

    private static Verdict Owned(Resource owner, string? name) =>
        name is null
            ? Verdict.CannotKnow($"the name of {owner.Name} is known only after the deployment")
            : Verdict.Of(
                owner.Stack.References.In(name).Any(group => group.Type == Tokens.LogGroup),
                $"log group {name}: got none of this stack, want one"
            );

    private static bool IsRead(Resource filter, string metric) =>
        Alarms.Of(filter.Stack).Reads(filter["metricTransformation.namespace"].Text ?? "", metric)
        || filter
            .Stack.All(Dashboard)
            .Any(dashboard => dashboard["dashboardBody"].Text?.Contains($"\"{metric}\"", StringComparison.Ordinal) ?? false);
}
