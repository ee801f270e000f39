using Infra.Observability.Alarms;
using Infra.Settings;

namespace Infra.Tests.Systems;

/// <summary>The table of alarms, cell by cell, as the stacks make it.</summary>
public sealed class WebPlatformAlarmsTests
{
    // Key, metric, statistic, comparison, threshold in prod and in dev, period, periods, what silence means.
    private static readonly object[][] Table =
    [
        ["cpu-high", "AWS/ECS CPUUtilization", "Average", ">", 80, 90, 300, 2, "missing"],
        ["memory-high", "AWS/ECS MemoryUtilization", "Average", ">", 80, 90, 300, 2, "missing"],
        ["tasks-low", "ECS/ContainerInsights RunningTaskCount", "Average", "<", 2, 1, 60, 2, "breaching"],
        ["unhealthy-targets", "AWS/ApplicationELB UnHealthyHostCount", "Average", ">", 0, 0, 60, 2, "notBreaching"],
        ["target-5xx", "AWS/ApplicationELB HTTPCode_Target_5XX_Count", "Sum", ">", 10, 50, 300, 2, "notBreaching"],
        ["response-time-high", "AWS/ApplicationELB TargetResponseTime", "Average", ">", 1, 2, 300, 2, "notBreaching"],
        ["database-cpu-high", "AWS/RDS CPUUtilization", "Average", ">", 80, 90, 300, 2, "missing"],
        ["database-storage-low", "AWS/RDS FreeStorageSpace", "Average", "<", 10_737_418_240, 10_737_418_240, 300, 1, "missing"],
        ["database-connections-high", "AWS/RDS DatabaseConnections", "Average", ">", 80, 50, 300, 2, "missing"],
    ];

    private static readonly string[] Edge = ["cdn-4xx", "cdn-5xx", "waf-blocked-requests"];

    [Test]
    public Task Production_has_the_table_of_the_source() => CompareAsync(StackEnvironment.Prod);

    [Test]
    public Task Development_has_its_own_thresholds() => CompareAsync(StackEnvironment.Dev);

    [TestCase("cpu-high", "Warning")]
    [TestCase("memory-high", "Warning")]
    [TestCase("tasks-low", "Critical")]
    [TestCase("unhealthy-targets", "Critical")]
    [TestCase("target-5xx", "High")]
    [TestCase("response-time-high", "Warning")]
    [TestCase("database-cpu-high", "Warning")]
    [TestCase("database-storage-low", "Critical")]
    [TestCase("database-connections-high", "Warning")]
    public void Each_row_is_as_grave_as_the_source_says(string key, string severity)
    {
        var thresholds = WebPlatformCase.Settings(StackEnvironment.Prod).Alarms.Platform;
        var rows = PlatformAlarms
            .Tasks(new("cluster", "service", 2), thresholds)
            .Concat(PlatformAlarms.Targets(Observability.AlarmCase.Balancer, thresholds))
            .Concat(PlatformAlarms.Database(Observability.AlarmCase.Databases[0], thresholds));

        Assert.That($"{rows.Single(row => row.Key == key).Severity}", Is.EqualTo(severity));
    }

    [Test]
    public async Task All_of_them_tell_the_one_topic_that_the_source_names()
    {
        var run = await WebPlatformCase.RunAsync(WebPlatformCase.Prod, WebPlatformCase.WithDatabase(StackEnvironment.Prod));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.All("aws:sns/topic:Topic").Select(topic => topic.Inputs["name"]),
                Is.All.EqualTo("web-platform-prod-alerts"),
                "one in each region"
            );
            foreach (var alarm in Alarms(run).Values)
                Assert.That(alarm.Texts("alarmActions"), Is.EqualTo(new[] { "arn:web-platform-alerts-topic" }), alarm.Name);
        }
    }

    private static async Task CompareAsync(StackEnvironment environment)
    {
        var isProd = environment == StackEnvironment.Prod;
        var context = isProd ? WebPlatformCase.Prod : WebPlatformCase.Dev;
        var alarms = Alarms(await WebPlatformCase.RunAsync(context, WebPlatformCase.WithDatabase(environment)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(alarms.Keys, Is.EquivalentTo(Table.Select(row => $"web-platform-{row[0]}")));
            foreach (var row in Table)
                Assert.That(
                    Cells(alarms[$"web-platform-{row[0]}"]),
                    Is.EqualTo(
                        $"{context.Stack}-{row[0]}: {row[1]} {row[2]} {row[3]} {row[isProd ? 4 : 5]}, {row[6]} s x {row[7]}, {row[8]}"
                    )
                );
        }
    }

    private static Dictionary<string, Pulumi.Testing.MockResourceArgs> Alarms(Sandbox run) =>
        run.All("aws:cloudwatch/metricAlarm:MetricAlarm")
            .Where(alarm => !alarm.Name!.Contains("deploy") && !Edge.Any(alarm.Name.EndsWith))
            .ToDictionary(alarm => alarm.Name!);

    // One that looks at both target groups has its metric twice, the same but for the group.
    private static string Cells(Pulumi.Testing.MockResourceArgs alarm)
    {
        var metric = alarm.Inputs.TryGetValue("metricQueries", out var queries)
            ? Inputs.Maps(queries).Where(query => query.ContainsKey("metric")).Select(query => Inputs.Map(query["metric"])).Last()
            : alarm.Inputs;
        var comparison = (string)alarm.Inputs["comparisonOperator"] switch
        {
            "GreaterThanThreshold" => ">",
            "LessThanThreshold" => "<",
            var other => other,
        };
        return $"{alarm.Inputs["name"]}: {metric["namespace"]} {metric["metricName"]} {metric.GetValueOrDefault("statistic") ?? metric["stat"]}"
            + $" {comparison} {alarm.Inputs["threshold"]}, {metric["period"]} s x {alarm.Inputs["evaluationPeriods"]}, {alarm.Inputs["treatMissingData"]}";
    }
}
