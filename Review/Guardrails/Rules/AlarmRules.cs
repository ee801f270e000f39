using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>Single alarms: whether they can ring, and whether somebody hears it.</summary>
internal sealed class AlarmRules : GuardrailTable
{
    private const string Global = "us-east-1";
    private const int Hour = 3_600;
    private const int Day = 86_400;
    private const int Week = 604_800;

    // What the address or path of a runbook has in it.
    private static readonly string[] Runbooks = ["http://", "https://", "runbook", ".md"];

    // Where nothing is running there is nothing to report either.
    private static readonly string[] Liveness = ["HealthyHostCount", "RunningTaskCount"];

    // Services without a region report to one.
    private static readonly string[] GlobalSpaces = ["AWS/Billing", "AWS/CloudFront", "AWS/Route53"];

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("CloudWatch.15", Grade.High, Tokens.MetricAlarm, "Alarms do something when they ring")
            {
                Reason = "An alarm without an action turns red in a console that nobody looks at.",
                Fix = "Put a topic into alarmActions. Alarms that undo deployments or are part of a composite alarm need none.",
                When = alarm => !Alarms.Of(alarm.Stack).IsReadByMachines(alarm),
                Check = alarm => alarm.IsSet("alarmActions", "a topic, a scaling policy or another action"),
            },
            new("CloudWatch.17", Grade.High, Tokens.MetricAlarm, "Actions of alarms are switched on")
            {
                Reason = "The alarm turns red, and tells nobody.",
                Fix = "Set actionsEnabled: true, or leave it out.",
                Also = ["CKV_AWS_319"],
                Check = alarm => alarm.Is("actionsEnabled", true, absent: true),
            },
            new("cloudwatch-alarm-region", Grade.High, Tokens.MetricAlarm, "Alarms live where their metrics and topics are")
            {
                Reason =
                    "An alarm sees only metrics of its own region, and may tell only topics of it. CloudFront reports to us-east-1.",
                Fix = "Give alarm and topic the provider of the region in which the metric is.",
                When = alarm => alarm.Region is not null,
                Check = alarm => MetricsAreHere(alarm) & TopicsAreHere(alarm),
            },
            new("cloudwatch-alarm-missing-data", Grade.Low, Tokens.MetricAlarm, "Alarms say what no data means")
            {
                Reason =
                    "Where nothing is said an alarm without data is INSUFFICIENT_DATA, which is neither green nor red, and tells nobody.",
                Fix =
                    "Set treatMissingData: notBreaching for what is only counted when it happens, breaching for what must always be there.",
                Check = alarm => alarm.IsOneOf("treatMissingData", "breaching", "notBreaching", "missing", "ignore"),
            },
            new(
                "cloudwatch-alarm-liveness",
                Grade.High,
                Tokens.MetricAlarm,
                "Alarms on what is running ring when nothing reports"
            )
            {
                Reason = "When the last task dies the metric ends; with notBreaching the alarm turns green.",
                Fix = "Set treatMissingData: breaching.",
                When = alarm =>
                    alarm["comparisonOperator"].Text is { } comparison
                    && comparison.StartsWith("LessThan", StringComparison.Ordinal)
                    && AlarmedMetric.Of(alarm).Any(metric => Liveness.Contains(metric.Name)),
                Check = alarm => alarm.IsOneOf("treatMissingData", "breaching"),
            },
            new("cloudwatch-alarm-window", Grade.Medium, Tokens.MetricAlarm, "Alarms look at a time that AWS accepts")
            {
                Reason =
                    "CloudWatch refuses an alarm that looks at more than a day (a week with periods of an hour), or that can never ring.",
                Fix = "Keep period × evaluationPeriods within 86,400 s, and datapointsToAlarm within evaluationPeriods.",
                Check = Window,
            },
            new("cloudwatch-alarm-patience", Grade.Low, Tokens.MetricAlarm, "One bad minute wakes nobody")
            {
                Reason = "An alarm that rings for one value of a minute rings for every restart, and is soon muted.",
                Fix = "Set evaluationPeriods: 2 or more, or a longer period.",
                When = alarm => Topics(alarm).Any(),
                Check = alarm =>
                    Seconds(alarm) is { } seconds
                        ? Verdict.Of(seconds > 60, $"period × evaluationPeriods: got {seconds} s, want more than 60")
                        : Verdict.Pass,
            },
            new("cloudwatch-alarm-runbook", Grade.Low, Tokens.MetricAlarm, "Alarms say what to do")
            {
                Reason = "Whoever is woken at night reads the alarm's description, and nothing else.",
                Fix = "Name the runbook in alarmDescription, with its address or path.",
                When = alarm => Topics(alarm).Any(),
                Check = alarm =>
                    alarm.Ask(
                        "alarmDescription",
                        text => text.Text is { } words && NamesRunbook(words),
                        "a runbook: its address or path"
                    ),
            },
            new("cloudwatch-alarm-watches", Grade.High, Tokens.MetricAlarm, "Alarms watch what exists")
            {
                Reason = "An alarm on a name that nothing has never rings, and looks green.",
                Fix = "Take the dimension from the resource's output, or write its name as the resource has it.",
                When = alarm =>
                    AlarmedMetric
                        .Of(alarm)
                        .Any(metric => metric.Dimensions.Members.Any(dimension => Dimensions.Means(metric, dimension.Key))),
                Check = alarm => Verdict.All(AlarmedMetric.Of(alarm).SelectMany(metric => Watched(alarm, metric))),
            },
        ];

    private static IEnumerable<Resource> Topics(Resource alarm) => alarm.Referred("alarmActions", Tokens.Topic);

    private static Verdict MetricsAreHere(Resource alarm) =>
        Verdict.All(
            AlarmedMetric
                .Of(alarm)
                .Where(metric => GlobalSpaces.Contains(metric.Namespace) && alarm.Region != Global)
                .Select(metric => Verdict.Fail($"region: got {alarm.Region}, want {Global}, where {metric.Namespace} reports"))
        );

    private static Verdict TopicsAreHere(Resource alarm) =>
        Verdict.All(
            Topics(alarm)
                .Where(topic => topic.Region is not null && topic.Region != alarm.Region)
                .Select(topic =>
                    Verdict.Fail($"alarmActions: got {topic.Name} of {topic.Region}, want a topic of {alarm.Region}")
                )
        );

    private static double? Seconds(Resource alarm) =>
        AlarmedMetric.Of(alarm).Max(metric => metric.Period) * (alarm["evaluationPeriods"].Number ?? 1);

    private static Verdict Window(Resource alarm)
    {
        if (alarm["evaluationPeriods"].IsUnknown || alarm["period"].IsUnknown)
            return Verdict.CannotKnow("period and evaluationPeriods are known only after the deployment");
        var longest = AlarmedMetric.Of(alarm).Max(metric => metric.Period) >= Hour ? Week : Day;
        var needed = alarm["datapointsToAlarm"].Number;
        var periods = alarm["evaluationPeriods"].Number ?? 1;
        return Verdict.Of(
                Seconds(alarm) is not { } seconds || seconds <= longest,
                $"period × evaluationPeriods: got {Seconds(alarm)} s, want {longest} or less"
            ) & Verdict.Of(needed is not > 0 || needed <= periods, $"datapointsToAlarm: got {needed}, want {periods} or less");
    }

    private static IEnumerable<Verdict> Watched(Resource alarm, AlarmedMetric metric)
    {
        foreach (var (dimension, value) in metric.Dimensions.Members)
            if (!Dimensions.Means(metric, dimension))
                continue;
            else if (value.Text is not { } text)
                yield return Verdict.CannotKnow($"dimension {dimension} is known only after the deployment");
            else if (Dimensions.Of(alarm.Stack).Find(dimension, text) is null)
                yield return Verdict.Fail($"dimension {dimension}: got {Checks.Quoted(value)}, want a resource of this stack");
    }

    private static bool NamesRunbook(string text) =>
        Array.Exists(Runbooks, sign => text.Contains(sign, StringComparison.OrdinalIgnoreCase));
}
