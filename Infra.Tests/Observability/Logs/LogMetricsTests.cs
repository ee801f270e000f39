using Infra.Observability;
using Infra.Observability.Logs;
using Pulumi;

namespace Infra.Tests.Observability.Logs;

public sealed class LogMetricsTests
{
    private const string Filter = "aws:cloudwatch/logMetricFilter:LogMetricFilter";
    private const string Failure = """{ ($.log_type = "security_event") && ($.tags[1] = "failure") && """;
    private const string Success = """{ ($.log_type = "security_event") && ($.tags[1] = "success") && """;
    private const string SignIn = """(($.tags[0] = "authentication") || ($.tags[0] = "mfa") || ($.tags[0] = "federation")) }""";

    [TestCase("errors", "Errors", """{ $.level = "ERROR" }""")]
    [TestCase("security-events", "SecurityEvents", """{ $.log_type = "security_event" }""")]
    [TestCase("authentication-failures", "AuthenticationFailures", Failure + SignIn)]
    [TestCase("authentication-successes", "AuthenticationSuccesses", Success + SignIn)]
    [TestCase("oauth-events", "OAuthEvents", """{ ($.log_type = "security_event") && ($.tags[0] = "oauth") }""")]
    public async Task Lines_are_counted_and_others_count_nothing(string key, string metric, string pattern)
    {
        var run = await RunAsync(Args());

        var filter = run.One(Filter, $"idp-count-{key}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(filter.Inputs["name"], Is.EqualTo($"idp-server-dev-{key}"));
            Assert.That(filter.Inputs["logGroupName"], Is.EqualTo("/ecs/idp-server-dev"));
            Assert.That(filter.Inputs["pattern"], Is.EqualTo(pattern));
            Assert.That(
                Inputs.Pairs(filter.Inputs["metricTransformation"]),
                Is.EqualTo($"defaultValue=0 name={metric} namespace=idp-server-dev/application unit=Count value=1")
            );
        }
    }

    [Test]
    public async Task Counts_are_handed_on_as_metrics()
    {
        LogMetrics? metrics = null;
        await Sandbox.RunAsync(() => metrics = new("idp", Args()));

        Assert.That(
            metrics!.Sources.Select(source => (source.Key, source.Value)),
            Does.Contain(
                    (
                        "errors",
                        new MetricSource("idp-server-dev/application", "Errors", "Sum") with
                        {
                            Dimensions = metrics.Sources["errors"].Dimensions,
                        }
                    )
                )
                .And.Exactly(5)
                .Items
        );
    }

    [Test]
    public async Task What_CloudWatch_refuses_is_refused()
    {
        var error = await Assert.ThrowsAsync<RunException>(() =>
            RunAsync(Args() with { Metrics = [.. Enumerable.Repeat(ApplicationLog.Errors, 100), new("empty", "Empty", " ")] })
        );

        Assert.That(
            error!.Message,
            Does.Contain("LogMetrics 'idp': 3 problems in its args")
                .And.Contain("metrics: got 100 named errors, want each name once;")
                .And.Contain("metrics: got 101, want 100 at most;")
                .And.Contain("metrics.empty.pattern: got an empty text, want a pattern;")
        );
    }

    private static LogMetricsArgs Args() => new() { Context = TestStacks.Dev, LogGroupName = "/ecs/idp-server-dev" };

    private static Task<Sandbox> RunAsync(LogMetricsArgs args) => Sandbox.RunAsync(() => _ = new LogMetrics("idp", args));
}
