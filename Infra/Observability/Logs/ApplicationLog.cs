using System.Collections.Immutable;
using Infra.Settings.Alarms;

namespace Infra.Observability.Logs;

/// <summary>
/// What idp-server writes to its log, one JSON object a line, and what of it is counted. A security event has two tags: its category, then
/// whether it succeeded.
/// </summary>
internal static class ApplicationLog
{
    /// <summary>What the rows watch.</summary>
    public const string Thing = "application-log";

    /// <summary>Lines of level ERROR.</summary>
    public static readonly LogMetric Errors = new("errors", "Errors", """{ $.level = "ERROR" }""");

    /// <summary>Everything that has to do with security, good and bad.</summary>
    public static readonly LogMetric SecurityEvents = new(
        "security-events",
        "SecurityEvents",
        """{ $.log_type = "security_event" }"""
    );

    /// <summary>Sign-ins that failed: passwords, further factors, other providers.</summary>
    public static readonly LogMetric AuthenticationFailures = new(
        "authentication-failures",
        "AuthenticationFailures",
        """{ ($.log_type = "security_event") && ($.tags[1] = "failure") && (($.tags[0] = "authentication") || ($.tags[0] = "mfa") || ($.tags[0] = "federation")) }"""
    );

    /// <summary>Sign-ins that succeeded; a fall to nothing is seen on the dashboard.</summary>
    public static readonly LogMetric AuthenticationSuccesses = new(
        "authentication-successes",
        "AuthenticationSuccesses",
        """{ ($.log_type = "security_event") && ($.tags[1] = "success") && (($.tags[0] = "authentication") || ($.tags[0] = "mfa") || ($.tags[0] = "federation")) }"""
    );

    /// <summary>Tokens and codes issued or refused.</summary>
    public static readonly LogMetric OAuthEvents = new(
        "oauth-events",
        "OAuthEvents",
        """{ ($.log_type = "security_event") && ($.tags[0] = "oauth") }"""
    );

    /// <summary>All that is counted.</summary>
    public static readonly ImmutableArray<LogMetric> All =
    [
        Errors,
        SecurityEvents,
        AuthenticationFailures,
        AuthenticationSuccesses,
        OAuthEvents,
    ];

    /// <summary>The alarms of the log.</summary>
    /// <param name="counts">The counts by key; see <see cref="LogMetrics.Sources"/>.</param>
    /// <param name="thresholds">From how many on something is wrong.</param>
    public static IEnumerable<AlarmRow> Rows(ImmutableSortedDictionary<string, MetricSource> counts, LogAlarmSettings thresholds)
    {
        yield return Row(Errors, AlertSeverity.High, "lines of level ERROR are logged", thresholds.Errors);
        yield return Row(SecurityEvents, AlertSeverity.Warning, "security events are logged", thresholds.SecurityEvents);
        yield return Row(AuthenticationFailures, AlertSeverity.High, "authentications fail", thresholds.AuthenticationFailures);

        AlarmRow Row(LogMetric metric, AlertSeverity severity, string what, int threshold) =>
            new()
            {
                Key = $"log-{metric.Key}",
                Watches = Thing,
                Severity = severity,
                Description = $"Alert when more than {threshold} {what} in five minutes",
                Runbook = $"application.md#{metric.Key}",
                Metric = counts[metric.Key],
                Threshold = threshold,
                EvaluationPeriods = 1,
                // While nothing at all is logged the filters report nothing either.
                MissingData = MissingData.NotBreaching,
            };
    }
}
