using Infra.Observability;
using Infra.Observability.Alarms;
using Infra.Settings.Alarms;

namespace Infra.Tests.Observability;

public sealed class ServerlessAlarmTests
{
    private static readonly FunctionWatch Function = new("lambda", "taskflow-api", 29) { WarmAlias = "live" };
    private static readonly ApiWatch Api = new("api", "taskflow-api", "api");
    private static readonly TableWatch Table = new("table", "taskflow-tasks") { Indexes = ["by-user"] };
    private static readonly CanaryWatch Canary = new("canary", "web-platform-health", 5);

    private static IEnumerable<AlarmRow> Rows =>
        [
            .. FunctionAlarms.Rows(Function, new()),
            .. ApiAlarms.Rows(Api, new()),
            .. TableAlarms.Rows(Table, new()),
            .. CanaryAlarms.Rows(Canary, new()),
        ];

    [Test]
    public void Production_has_these_alarms() =>
        Assert.That(
            Rows.Select(Line),
            Is.EqualTo(
                new[]
                {
                    "lambda-errors: High, AWS/Lambda Errors Sum GreaterThan 10, 300 s x2, NotBreaching",
                    "lambda-throttles: High, AWS/Lambda Throttles Sum GreaterThan 0, 300 s x2, NotBreaching",
                    "lambda-duration: Warning, AWS/Lambda Duration p95 GreaterThan 23200, 300 s x2, NotBreaching",
                    "lambda-spillover: Warning, AWS/Lambda ProvisionedConcurrencySpilloverInvocations Sum GreaterThan 10, 300 s x2, NotBreaching",
                    "api-server-errors: High, AWS/ApiGateway 5XXError Sum GreaterThan 10, 300 s x2, NotBreaching",
                    "api-latency: Warning, AWS/ApiGateway Latency p95 GreaterThan 1000, 300 s x2, NotBreaching",
                    "table-throttles: High, SUM(METRICS()) GreaterThan 0, 300 s x2, NotBreaching",
                    "table-by-user-throttles: High, SUM(METRICS()) GreaterThan 0, 300 s x2, NotBreaching",
                    "table-system-errors: High, SUM(METRICS()) GreaterThan 5, 300 s x2, NotBreaching",
                    "canary-failing: Critical, CloudWatchSynthetics SuccessPercent Average LessThan 90, 300 s x2, Breaching",
                }
            )
        );

    [Test]
    public async Task They_can_be_made_and_each_is_about_its_thing()
    {
        var run = await AlarmCase.RunAsync(
            AlarmCase.Args([.. Rows]) with
            {
                Things = [.. Rows.Select(row => row.Watches).Distinct()],
            }
        );

        var alarms = run.All("aws:cloudwatch/metricAlarm:MetricAlarm").ToDictionary(alarm => alarm.Name!["idp-".Length..]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Inputs.Dimensions(alarms["lambda-errors"]), Is.EqualTo("FunctionName=taskflow-api"));
            Assert.That(
                Inputs.Dimensions(alarms["lambda-spillover"]),
                Is.EqualTo("FunctionName=taskflow-api Resource=taskflow-api:live")
            );
            Assert.That(Inputs.Dimensions(alarms["api-latency"]), Is.EqualTo("ApiName=taskflow-api Stage=api"));
            Assert.That(Inputs.Dimensions(alarms["canary-failing"]), Is.EqualTo("CanaryName=web-platform-health"));
            Assert.That(
                Dimensions(alarms["table-throttles"]),
                Is.EqualTo(
                    new[] { "ReadThrottleEvents TableName=taskflow-tasks", "WriteThrottleEvents TableName=taskflow-tasks" }
                )
            );
            Assert.That(
                Dimensions(alarms["table-by-user-throttles"])[0],
                Is.EqualTo("ReadThrottleEvents GlobalSecondaryIndexName=by-user TableName=taskflow-tasks")
            );
            var faults = Dimensions(alarms["table-system-errors"]);
            Assert.That(faults, Has.Length.EqualTo(9).And.All.StartsWith("SystemErrors Operation="));
            Assert.That(faults, Does.Contain("SystemErrors Operation=UpdateItem TableName=taskflow-tasks"));
        }
    }

    [Test]
    public void Thresholds_are_those_of_the_stack_file()
    {
        var rows = FunctionAlarms
            .Rows(
                Function,
                new()
                {
                    Errors = 1,
                    Throttles = 2,
                    DurationPercent = 50,
                    ColdCalls = 3,
                }
            )
            .Concat(ApiAlarms.Rows(Api, new() { ServerErrors = 4, LatencyP95Milliseconds = 5 }))
            .Concat(TableAlarms.Rows(Table, new() { Throttles = 6, SystemErrors = 7 }))
            .Concat(CanaryAlarms.Rows(Canary, new() { SuccessPercent = 8 }));

        Assert.That(rows.Select(row => row.Threshold), Is.EqualTo(new double[] { 1, 2, 14_500, 3, 4, 5, 6, 6, 7, 8 }));
    }

    [Test]
    public void What_is_not_kept_warm_is_not_watched_for_cold_calls() =>
        Assert.That(
            FunctionAlarms.Rows(Function with { WarmAlias = null }, new()).Select(row => row.Key),
            Is.EqualTo(new[] { "lambda-errors", "lambda-throttles", "lambda-duration" })
        );

    [Test]
    public void Events_that_failed_for_good_are_told_at_once()
    {
        var row = FunctionAlarms.Rows(Function with { WarmAlias = null, FailureQueue = "finsight-x-failed" }, new()).Last();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Line(row),
                Is.EqualTo(
                    "lambda-failed-events: High, AWS/SQS ApproximateNumberOfMessagesVisible Maximum GreaterThan 0, 300 s x1, NotBreaching"
                )
            );
            Assert.That(row.Runbook, Is.EqualTo("function.md#failed-events"));
            Assert.That(Runbooks.Sections(), Does.Contain(row.Runbook));
            Assert.That(row.Description, Does.Contain("finsight-x-failed"));
        }
    }

    [Test]
    public async Task Callers_that_are_turned_away_are_a_share_of_enough_requests()
    {
        var row = ApiAlarms.CallerErrors(Api, new CallerAlarmSettings { Percent = 30, Fewest = 7 });
        var run = await AlarmCase.RunAsync(AlarmCase.Args([row]) with { Things = [row.Watches] });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Line(row),
                Is.EqualTo("api-caller-errors: Warning, IF(n>=7,100*e/n,0) GreaterThan 30, 300 s x2, NotBreaching")
            );
            Assert.That(
                Dimensions(run.One("aws:cloudwatch/metricAlarm:MetricAlarm")),
                Is.EqualTo(new[] { "4XXError ApiName=taskflow-api Stage=api", "Count ApiName=taskflow-api Stage=api" })
            );
            Assert.That(Runbooks.Sections(), Does.Contain(row.Runbook));
            Assert.That((new CallerAlarmSettings().Percent, new CallerAlarmSettings().Fewest), Is.EqualTo((25, 20)));
        }
    }

    [Test]
    public void A_rare_canary_is_looked_at_as_rarely() =>
        Assert.That(CanaryAlarms.Rows(Canary with { EveryMinutes = 30 }, new()).Single().PeriodSeconds, Is.EqualTo(1800));

    [Test]
    public void Every_alarm_names_a_section_that_exists()
    {
        var sections =
            from page in new[] { "function.md", "api.md", "table.md", "canary.md" }
            from line in File.ReadLines(Repository.PathOf($"docs/runbooks/{page}"))
            where line.StartsWith("## ", StringComparison.Ordinal)
            select $"{page}#{line[3..].ToLowerInvariant().Replace(' ', '-')}";

        Assert.That(Rows.Select(row => row.Runbook).Distinct(), Is.SubsetOf(sections.ToList()));
    }

    [Test]
    public void Defaults_are_accepted_by_their_own_bounds() =>
        Assert.That(
            (new FunctionAlarmSettings().Errors, new ApiAlarmSettings().ServerErrors, new CanaryAlarmSettings().SuccessPercent),
            Is.EqualTo((10, 10, 90))
        );

    private static string Line(AlarmRow row)
    {
        var source = row.Metric is { } metric ? $"{metric.Namespace} {metric.Name} {metric.Statistic}" : row.Formula!.Expression;
        return $"{row.Key}: {row.Severity}, {source} {row.Comparison} {row.Threshold}, {row.PeriodSeconds} s x{row.EvaluationPeriods}, {row.MissingData}";
    }

    private static string[] Dimensions(Pulumi.Testing.MockResourceArgs alarm) =>
        [
            .. from query in Inputs.Maps(alarm.Inputs["metricQueries"])
            where query.ContainsKey("metric")
            let metric = Inputs.Map(query["metric"])
            select $"{metric["metricName"]} {Inputs.Pairs(metric["dimensions"])}",
        ];
}
