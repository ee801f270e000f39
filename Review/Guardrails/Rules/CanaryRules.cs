using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>Canaries of CloudWatch Synthetics: whether they notice, and whether anybody is told.</summary>
internal sealed class CanaryRules : GuardrailTable
{
    private const string Canary = "aws:synthetics/canary:Canary";

    // An outage should be noticed before users call; in seconds.
    private const int LongestPeriod = 15 * 60;
    private const int LongestRetention = 90;

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("synthetics-runtime", Grade.Medium, Canary, "Canaries run on runtimes that AWS still repairs")
            {
                Reason = "Canaries of older runtimes cannot be changed any more, and one day they stop.",
                Fix = $"Set runtimeVersion to {CanaryRuns.Wanted}.",
                Check = canary =>
                    canary.Ask(
                        "runtimeVersion",
                        runtime => runtime.Text is { } text && CanaryRuns.IsSupported(text),
                        CanaryRuns.Wanted
                    ),
            },
            new("synthetics-started", Grade.Medium, Canary, "Canaries run")
            {
                Reason = "A canary that is made and not started watches nothing, and its alarms are silent.",
                Fix = "Set startCanary: true.",
                Check = canary => canary.Is("startCanary", true),
            },
            new(
                "synthetics-schedule",
                Grade.Medium,
                Canary,
                "Canaries run every quarter of an hour or more often, one run after the other"
            )
            {
                Reason = "Users notice an outage first; runs that overlap measure each other.",
                Fix =
                    "Set schedule.expression to rate(15 minutes) or less, and runConfig.timeoutInSeconds below that. Each run is paid for.",
                Check = RunsOften,
            },
            new("synthetics-alarm", Grade.High, Canary, "An alarm watches what canaries find")
            {
                Reason = "Nobody looks at a canary; it finds the outage and tells nobody.",
                Fix = "Add cloudwatch.MetricAlarm on CloudWatchSynthetics SuccessPercent with dimension CanaryName.",
                When = canary => canary["startCanary"].Bool == true,
                Check = canary =>
                    canary["name"].IsUnknown
                        ? Verdict.CannotKnow("name is known only after the deployment")
                        : Verdict.Of(
                            canary.Stack.All("aws:cloudwatch/metricAlarm:MetricAlarm").Any(alarm => Watches(alarm, canary)),
                            $"got no MetricAlarm with dimension CanaryName {canary["name"].Text}, want one"
                        ),
            },
            new("synthetics-retention", Grade.Low, Canary, "Runs of canaries are kept for a quarter at most")
            {
                Reason = "Screenshots and traces of every run cost more than the canary.",
                Fix = $"Set successRetentionPeriod and failureRetentionPeriod to {LongestRetention} or less, in days.",
                Check = canary =>
                    canary.AtMost("successRetentionPeriod", LongestRetention, absent: 31)
                    & canary.AtMost("failureRetentionPeriod", LongestRetention, absent: 31),
            },
            new("synthetics-delete-lambda", Grade.Low, Canary, "The function of a canary goes with it")
            {
                Reason = "It stays, with its role and layers, and nobody knows what it was for.",
                Fix = "Set deleteLambda: true.",
                Check = canary => canary.Is("deleteLambda", true),
            },
            new("synthetics-plain-secrets", Grade.High, Canary, "Variables of canaries hold no secrets")
            {
                Reason = "Everybody who may look at the canary in the console reads them.",
                Fix = "Give the ARN of a secret in Secrets Manager, and read it in the script.",
                When = canary => canary["runConfig.environmentVariables"].IsGiven(),
                Check = canary => LambdaRules.HoldsNoSecrets(canary, "runConfig.environmentVariables"),
            },
        ];

    private static Verdict RunsOften(Resource canary)
    {
        var expression = canary["schedule.expression"];
        if (expression.IsUnknown)
            return Verdict.CannotKnow("schedule.expression is known only after the deployment");
        if (CanaryRuns.Period(expression.Text) is not { } seconds)
            return Verdict.Of(
                expression.Text?.StartsWith("cron(", StringComparison.Ordinal) == true,
                $"schedule.expression: got {Checks.Quoted(expression)}, want a rate such as rate(5 minutes)"
            );
        return Verdict.Of(
                seconds is > 0 and <= LongestPeriod,
                $"schedule.expression: got {expression.Text}, want a run every {LongestPeriod / 60} minutes or more often"
            )
            // Where nothing is said AWS takes what lies between two runs, 14 minutes at most.
            & canary.AtMost("runConfig.timeoutInSeconds", seconds, absent: 0);
    }

    private static bool Watches(Resource alarm, Resource canary) =>
        alarm["metricQueries"]
            .Items.Select(query => query["metric.dimensions"])
            .Prepend(alarm["dimensions"])
            .Any(dimensions =>
                dimensions["CanaryName"].Text is { } name
                && (name == canary["name"].Text || canary.Stack.References.In(name).Contains(canary))
            );
}
