using Infra.Settings.Identity;

namespace Infra.Observability.Alarms;

/// <summary>The alarms of a user pool: whether people can sign in, and who else tries to.</summary>
internal static class UserPoolAlarms
{
    /// <summary>The rows.</summary>
    public static IEnumerable<AlarmRow> Rows(UserPoolWatch watch, UserPoolAlarmSettings thresholds) =>
        [
            .. watch.Clients.Keys.SelectMany(client => Client(watch, client, thresholds)),
            .. watch.HasThreatProtection ? Risks(watch, thresholds) : [],
        ];

    /// <summary>Key of the alarm about failed sign-ins through an application.</summary>
    public static string SignInFailures(string client) => $"{client}-sign-in-failures";

    private static IEnumerable<AlarmRow> Client(UserPoolWatch watch, string client, UserPoolAlarmSettings thresholds) =>
        [
            Row(
                SignInFailures(client),
                "sign-in-failures",
                AlertSeverity.High,
                $"Alert when more than {thresholds.SignInFailurePercent}% of at least {thresholds.SignInFewest} sign-ins through {client} fail",
                UserPoolMetrics.FailureRate(watch, client, thresholds.SignInFewest),
                thresholds.SignInFailurePercent
            ) with
            {
                EvaluationPeriods = 3,
                Highest = 100,
            },
            Row(
                $"{client}-throttled",
                "throttled",
                AlertSeverity.High,
                $"Alert when Cognito turns away more than {thresholds.Throttled} requests of {client} in five minutes",
                UserPoolMetrics.Throttles(watch, client),
                thresholds.Throttled
            ),
        ];

    // One period: an attack on an account is over before a second one ends.
    private static IEnumerable<AlarmRow> Risks(UserPoolWatch watch, UserPoolAlarmSettings thresholds) =>
        [
            Row(
                "account-takeover",
                "account-takeover",
                AlertSeverity.High,
                $"Alert when more than {thresholds.AccountTakeovers} requests in five minutes are most likely taking over an account",
                UserPoolMetrics.Risks(watch, "AccountTakeoverRisk", "account takeovers", "high"),
                thresholds.AccountTakeovers
            ) with
            {
                EvaluationPeriods = 1,
            },
            Row(
                "compromised-credentials",
                "compromised-credentials",
                AlertSeverity.High,
                $"Alert when more than {thresholds.CompromisedCredentials} requests in five minutes use a password known to be stolen",
                UserPoolMetrics.Risks(watch, "CompromisedCredentialRisk", "compromised credentials", "high"),
                thresholds.CompromisedCredentials
            ) with
            {
                EvaluationPeriods = 1,
            },
            Row(
                "risky-requests-blocked",
                "risky-requests-blocked",
                AlertSeverity.Warning,
                $"Alert when more than {thresholds.Blocked} risky requests are blocked in five minutes",
                UserPoolMetrics.Risks(watch, "OverrideBlock", "blocked requests", "high", "medium", "low"),
                thresholds.Blocked
            ) with
            {
                EvaluationPeriods = 1,
            },
        ];

    private static AlarmRow Row(
        string key,
        string section,
        AlertSeverity severity,
        string description,
        MetricFormula formula,
        double threshold
    ) =>
        new()
        {
            Key = key,
            Watches = UserPoolWatch.Thing,
            Severity = severity,
            Description = description,
            Runbook = $"user-pool.md#{section}",
            Formula = formula,
            Threshold = threshold,
            // Nobody signs in: nothing is wrong that these metrics could tell.
            MissingData = MissingData.NotBreaching,
        };
}
