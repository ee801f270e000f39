namespace Review.Tests.Guardrails.Rules;

internal sealed class CanaryRuleCases : RuleCases
{
    private const string Watched = """
        aws:synthetics/canary:Canary canary {"name": "acme-health", "runtimeVersion": "syn-nodejs-puppeteer-13.1", "startCanary": true, "deleteLambda": true, "successRetentionPeriod": 30, "failureRetentionPeriod": 30, "schedule": {"expression": "rate(5 minutes)"}, "runConfig": {"timeoutInSeconds": 60, "environmentVariables": {"ADDRESS": "https://acme.test/health"}}}
        aws:cloudwatch/metricAlarm:MetricAlarm alarm {"name": "acme-canary", "namespace": "CloudWatchSynthetics", "metricName": "SuccessPercent", "dimensions": {"CanaryName": "acme-health"}}
        """;

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("synthetics-runtime", Watched)
                .FailsWith("canary", "runtimeVersion", "\"syn-nodejs-puppeteer-9.1\"")
                .FailsWith("canary", "runtimeVersion", "\"syn-python-selenium-1.0\"")
                .FailsWith("canary", "runtimeVersion", "\"something\"")
                .PassesWith("canary", "runtimeVersion", "\"syn-nodejs-playwright-2.0\"")
                .CannotKnow("canary", "runtimeVersion"),
            new RuleCase("synthetics-started", Watched)
                .FailsWith("canary", "startCanary", "false")
                .FailsWith("canary", "startCanary", null)
                .CannotKnow("canary", "startCanary"),
            new RuleCase("synthetics-schedule", Watched)
                .FailsWith("canary", "schedule.expression", "\"rate(30 minutes)\"")
                .FailsWith("canary", "schedule.expression", "\"rate(1 hour)\"")
                .FailsWith("canary", "schedule.expression", "\"rate(0 minute)\"")
                .FailsWith("canary", "schedule.expression", "\"often\"")
                .PassesWith("canary", "schedule.expression", "\"rate(1 minute)\"")
                .FailsAs(
                    "runs overlap",
                    stack =>
                        stack
                            .With("canary", "schedule.expression", "\"rate(5 minutes)\"")
                            .With("canary", "runConfig.timeoutInSeconds", "301")
                )
                .PassesWith("canary", "schedule.expression", "\"rate(15 minutes)\"")
                .PassesWith("canary", "schedule.expression", "\"cron(0/5 * * * ? *)\"")
                .PassesWith("canary", "runConfig", null)
                .CannotKnow("canary", "schedule")
                .CannotKnow("canary", "runConfig.timeoutInSeconds"),
            new RuleCase("synthetics-alarm", Watched)
                .FailsWithout("alarm")
                .FailsWith("alarm", "dimensions.CanaryName", "\"other\"")
                .FailsWith("alarm", "dimensions", null)
                .PassesWith("alarm", "dimensions.CanaryName", "\"@canary.name\"")
                .PassesAs(
                    "by a sum of metrics",
                    stack =>
                        stack
                            .With("alarm", "dimensions", null)
                            .With(
                                "alarm",
                                "metricQueries",
                                """[{"id": "e"}, {"id": "m", "metric": {"dimensions": {"CanaryName": "acme-health"}}}]"""
                            )
                )
                .CannotKnow("canary", "name"),
            new RuleCase("synthetics-retention", Watched)
                .FailsWith("canary", "successRetentionPeriod", "91")
                .FailsWith("canary", "failureRetentionPeriod", "365")
                .PassesWith("canary", "failureRetentionPeriod", null)
                .CannotKnow("canary", "successRetentionPeriod"),
            new RuleCase("synthetics-delete-lambda", Watched)
                .FailsWith("canary", "deleteLambda", "false")
                .FailsWith("canary", "deleteLambda", null)
                .CannotKnow("canary", "deleteLambda"),
            new RuleCase("synthetics-plain-secrets", Watched)
                .FailsWith("canary", "runConfig.environmentVariables.API_TOKEN", "\"word\"")
                .FailsWith("canary", "runConfig.environmentVariables.ADDRESS", """{"secret": "word"}"""),
        ];
}
