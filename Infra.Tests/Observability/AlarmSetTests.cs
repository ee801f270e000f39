using System.Collections.Immutable;
using Infra.Observability;
using Infra.Observability.Alarms;
using Pulumi;

namespace Infra.Tests.Observability;

public sealed class AlarmSetTests
{
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";

    [Test]
    public async Task A_row_becomes_an_alarm_that_says_where_to_read_what_to_do()
    {
        var run = await AlarmCase.RunAsync(AlarmCase.Args(AlarmCase.Row() with { DatapointsToAlarm = 1 }));

        var alarm = run.One(Alarm, "idp-high-cpu");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(alarm.Inputs["name"], Is.EqualTo("idp-server-high-cpu"));
            Assert.That(
                alarm.Inputs["alarmDescription"],
                Is.EqualTo("Alert when CPU exceeds 80%. Runbook: docs/runbooks/service.md#high-cpu")
            );
            Assert.That(alarm.Inputs["namespace"], Is.EqualTo("AWS/ECS"));
            Assert.That(alarm.Inputs["metricName"], Is.EqualTo("CPUUtilization"));
            Assert.That(alarm.Inputs["statistic"], Is.EqualTo("Average"));
            Assert.That(alarm.Inputs["period"], Is.EqualTo(300));
            Assert.That(alarm.Inputs["evaluationPeriods"], Is.EqualTo(2));
            Assert.That(alarm.Inputs["datapointsToAlarm"], Is.EqualTo(1));
            Assert.That(alarm.Inputs["comparisonOperator"], Is.EqualTo("GreaterThanThreshold"));
            Assert.That(alarm.Inputs["threshold"], Is.EqualTo(80));
            Assert.That(alarm.Inputs["treatMissingData"], Is.EqualTo("missing"));
            Assert.That(alarm.Inputs["actionsEnabled"], Is.True);
            Assert.That(alarm.Texts("alarmActions"), Is.EqualTo(new[] { "arn:alerts" }));
            Assert.That(alarm.Texts("okActions"), Is.EqualTo(new[] { "arn:alerts" }));
            Assert.That(alarm.NameTag(), Is.EqualTo("idp-server-high-cpu"));
            Assert.That(alarm.Inputs.ContainsKey("unit"), Is.False);
        }
    }

    [Test]
    public async Task An_alarm_may_have_the_name_of_its_source_behind_a_prefix_of_its_own()
    {
        AlarmSet? alarms = null;
        var args = AlarmCase.Args(AlarmCase.Row() with { Name = "LambdaErrors" }) with { Prefix = "TaskFlow" };
        var run = await Sandbox.RunAsync(() => alarms = new("idp", args));

        var alarm = run.One(Alarm, "idp-high-cpu");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(alarm.Inputs["name"], Is.EqualTo("TaskFlow-LambdaErrors"));
            Assert.That(alarm.NameTag(), Is.EqualTo("TaskFlow-LambdaErrors"));
            Assert.That(alarms!.Names, Is.EqualTo(new[] { "TaskFlow-LambdaErrors" }));
        }
    }

    [Test]
    public async Task Severity_decides_who_is_told_and_a_row_may_keep_quiet_about_the_end()
    {
        var run = await AlarmCase.RunAsync(
            AlarmCase.Args(
                AlarmCase.Row() with
                {
                    Key = "a",
                    Severity = AlertSeverity.Critical,
                },
                AlarmCase.Row() with
                {
                    Key = "b",
                    Severity = AlertSeverity.Warning,
                    NotifyOk = false,
                }
            )
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.One(Alarm, "idp-a").Texts("alarmActions"), Is.EqualTo(new[] { "arn:alerts" }));
            Assert.That(run.One(Alarm, "idp-b").Texts("alarmActions"), Is.EqualTo(new[] { "arn:warnings" }));
            Assert.That(run.One(Alarm, "idp-b").Inputs.ContainsKey("okActions"), Is.False);
        }
    }

    [Test]
    public async Task A_percentile_of_few_requests_wakes_nobody()
    {
        var run = await AlarmCase.RunAsync(
            AlarmCase.Args(
                AlarmCase.Row() with
                {
                    Metric = new MetricSource("AWS/ApplicationELB", "TargetResponseTime", "p99.9") { Unit = "Seconds" },
                }
            )
        );

        var alarm = run.One(Alarm);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(alarm.Inputs["extendedStatistic"], Is.EqualTo("p99.9"));
            Assert.That(alarm.Inputs["evaluateLowSampleCountPercentiles"], Is.EqualTo("ignore"));
            Assert.That(alarm.Inputs["unit"], Is.EqualTo("Seconds"));
            Assert.That(alarm.Inputs.ContainsKey("statistic"), Is.False);
        }
    }

    [Test]
    public async Task A_formula_becomes_queries_of_which_one_is_the_result()
    {
        var successes = new MetricSource("AWS/Cognito", "SignInSuccesses", "Sum").Of("UserPool", "pool");
        var run = await AlarmCase.RunAsync(
            AlarmCase.Args(
                AlarmCase.Row() with
                {
                    Metric = null,
                    Formula = new("IF(n>=20,100*(n-s)/n,0)", "failures (%)")
                    {
                        Inputs = new Dictionary<string, MetricSource>
                        {
                            ["n"] = successes with { Statistic = "SampleCount" },
                            ["s"] = successes,
                        }.ToImmutableSortedDictionary(),
                    },
                    EvaluationPeriods = 3,
                }
            )
        );

        var alarm = run.One(Alarm);
        var queries = Inputs.Maps(alarm.Inputs["metricQueries"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Inputs.Pairs(queries[0]),
                Is.EqualTo("expression=IF(n>=20,100*(n-s)/n,0) id=result label=failures (%) returnData=True")
            );
            Assert.That(queries.Select(query => query["id"]), Is.EqualTo(new[] { "result", "n", "s" }));
            Assert.That(queries.Select(query => query["returnData"]), Is.EqualTo(new[] { true, false, false }));
            Assert.That(
                queries.Skip(1).Select(query => Inputs.Map(query["metric"])["stat"]),
                Is.EqualTo(new[] { "SampleCount", "Sum" })
            );
            Assert.That(Inputs.Map(queries[1]["metric"])["period"], Is.EqualTo(300));
            Assert.That(Inputs.Pairs(Inputs.Map(queries[2]["metric"])["dimensions"]), Is.EqualTo("UserPool=pool"));
            Assert.That(alarm.Inputs.ContainsKey("metricName"), Is.False);
            Assert.That(alarm.Inputs.ContainsKey("period"), Is.False);
        }
    }

    [Test]
    public async Task Service_down_rings_when_all_of_any_group_ring()
    {
        var rows = AlarmCase.Rows(new());
        var run = await AlarmCase.RunAsync(
            AlarmCase.Args(rows) with
            {
                Composites = [ServiceDown.Row],
                RunbookBase = "https://wiki.example.com/runbooks/",
            }
        );

        var alarm = run.One("aws:cloudwatch/compositeAlarm:CompositeAlarm");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(alarm.Inputs["alarmName"], Is.EqualTo("idp-server-service-down"));
            Assert.That(
                alarm.Inputs["alarmRule"],
                Is.EqualTo(
                    "(ALARM(\"idp-server-no-healthy-hosts\")) OR "
                        + "(ALARM(\"idp-server-elb-5xx\") AND ALARM(\"idp-server-tasks-below-minimum\"))"
                )
            );
            Assert.That(
                alarm.Inputs["alarmDescription"],
                Is.EqualTo("Nobody can sign in. Runbook: https://wiki.example.com/runbooks/service.md#service-down")
            );
            Assert.That(alarm.Texts("alarmActions"), Is.EqualTo(new[] { "arn:alerts" }));
            Assert.That(alarm.Texts("okActions"), Is.EqualTo(new[] { "arn:alerts" }));
            Assert.That(alarm.Inputs["actionsEnabled"], Is.True);
        }
    }

    [TestCase(true, false, true)]
    [TestCase(false, false, false)]
    public async Task Alarms_are_muted_one_by_one_or_all(bool enabled, bool mutedRings, bool otherRings)
    {
        var run = await AlarmCase.RunAsync(
            AlarmCase.Args(AlarmCase.Row(), AlarmCase.Row() with { Key = "other" }) with
            {
                Muted = ["high-cpu"],
                ActionsEnabled = enabled,
            }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.One(Alarm, "idp-high-cpu").Inputs["actionsEnabled"], Is.EqualTo(mutedRings));
            Assert.That(run.One(Alarm, "idp-other").Inputs["actionsEnabled"], Is.EqualTo(otherRings));
        }
    }

    [Test]
    public async Task Names_are_known_before_anything_is_made()
    {
        AlarmSet? set = null;
        await Sandbox.RunAsync(() =>
            set = new(
                "idp",
                AlarmCase.Args(AlarmCase.Rows(new())) with
                {
                    Context = TestStacks.Dev,
                    Composites = [ServiceDown.Row],
                }
            )
        );

        Assert.That(
            set!.Names,
            Has.Length.EqualTo(42).And.Contain("idp-server-dev-service-down").And.Contain("idp-server-dev-high-cpu")
        );
    }

    [TestCase(AlarmComparison.GreaterThan, "GreaterThanThreshold")]
    [TestCase(AlarmComparison.GreaterThanOrEqual, "GreaterThanOrEqualToThreshold")]
    [TestCase(AlarmComparison.LessThan, "LessThanThreshold")]
    [TestCase(AlarmComparison.LessThanOrEqual, "LessThanOrEqualToThreshold")]
    public async Task Comparisons_are_written_as_CloudWatch_reads_them(object comparison, string expected)
    {
        var run = await AlarmCase.RunAsync(AlarmCase.Args(AlarmCase.Row() with { Comparison = (AlarmComparison)comparison }));

        Assert.That(run.One(Alarm).Inputs["comparisonOperator"], Is.EqualTo(expected));
    }

    [TestCase(MissingData.NotBreaching, "notBreaching")]
    [TestCase(MissingData.Breaching, "breaching")]
    [TestCase(MissingData.Missing, "missing")]
    [TestCase(MissingData.Ignore, "ignore")]
    public async Task Silence_is_written_as_CloudWatch_reads_it(object silence, string expected)
    {
        var run = await AlarmCase.RunAsync(AlarmCase.Args(AlarmCase.Row() with { MissingData = (MissingData)silence }));

        Assert.That(run.One(Alarm).Inputs["treatMissingData"], Is.EqualTo(expected));
    }

    [Test]
    public async Task What_could_never_ring_or_tell_anybody_is_refused()
    {
        var args = AlarmCase.Args(
            AlarmCase.Row(),
            AlarmCase.Row(),
            AlarmCase.Row() with
            {
                Key = "lag",
                Watches = "database/idp-server-postgresql-replica-2",
            },
            AlarmCase.Row() with
            {
                Key = "loud",
                Severity = AlertSeverity.Warning,
            }
        ) with
        {
            Topics = AlarmCase.Topics.Remove(AlertSeverity.Warning).Remove(AlertSeverity.Critical),
            Composites =
            [
                ServiceDown.Row with
                {
                    Key = "down",
                    AnyOf =
                    [
                        ["hihg-cpu"],
                    ],
                },
                ServiceDown.Row with
                {
                    Key = "empty",
                    AnyOf = [],
                    Severity = AlertSeverity.High,
                },
            ],
            Muted = ["high-cpuu"],
        };

        var error = await Assert.ThrowsAsync<RunException>(() => AlarmCase.RunAsync(args));

        Assert.That(
            error!.Message,
            Does.Contain("AlarmSet 'idp': 7 problems in its args")
                .And.Contain("rows: got 2 alarms named high-cpu, want each name once;")
                .And.Contain("rows.lag.watches: got database/idp-server-postgresql-replica-2, want service, load-balancer,")
                .And.Contain("it would never have data; leave the row out")
                .And.Contain("rows.loud.severity: got warning, want high; give the severity a topic, or nobody would be told")
                .And.Contain("composites.down.severity: got critical, want high;")
                .And.Contain("composites.down.anyOf: unknown key; did you mean high-cpu?")
                .And.Contain("composites.empty.anyOf: got an empty list, want one or more rows;")
                .And.Contain("muted: unknown key; did you mean high-cpu?")
        );
    }
}
