using System.Collections.Immutable;
using Infra.Observability.Alarms;

namespace Infra.Observability.Dashboards;

/// <summary>The row of a user pool.</summary>
internal static class UserPoolRows
{
    private const int HourSeconds = 3600;

    /// <summary>Sign-ins by the hour, renewed tokens, and risks.</summary>
    /// <param name="title">The heading.</param>
    /// <param name="signIns">What stands above the sign-ins.</param>
    /// <param name="watch">The pool.</param>
    public static DashboardRow Of(string title, string signIns, UserPoolWatch watch)
    {
        var widgets = new List<DashboardWidget>
        {
            new FormulaWidget(
                signIns,
                new FormulaLine("succeeded", Total(watch, "SignInSuccesses", "SUM(s)")),
                new FormulaLine("failed", Total(watch, "SignInSuccesses", "SUM(n)-SUM(s)"))
            )
            {
                PeriodSeconds = HourSeconds,
            },
            new FormulaWidget(
                "Renewed tokens",
                new FormulaLine("succeeded", Total(watch, "TokenRefreshSuccesses", "SUM(s)")),
                new FormulaLine("failed", Total(watch, "TokenRefreshSuccesses", "SUM(n)-SUM(s)"))
            )
            {
                PeriodSeconds = HourSeconds,
            },
        };
        if (watch.HasThreatProtection)
            widgets.AddRange(
                Risk("Account takeovers", watch, "AccountTakeoverRisk", "high", "medium"),
                Risk("Compromised credentials", watch, "CompromisedCredentialRisk", "high"),
                Risk("Blocked risky requests", watch, "OverrideBlock", "high", "medium", "low")
            );
        return new(title, [.. widgets]);
    }

    private static FormulaWidget Risk(string title, UserPoolWatch watch, string metric, params string[] levels) =>
        new(title, new FormulaLine("requests", UserPoolMetrics.Risks(watch, metric, title, levels)))
        {
            PeriodSeconds = HourSeconds,
        };

    // Over all applications: "s" and "n" stand for the successes and attempts of each.
    private static MetricFormula Total(UserPoolWatch watch, string metric, string expression)
    {
        var clients = watch.Clients.Keys.Select((key, index) => (Key: key, Index: index)).ToList();
        return new(
            expression
                .Replace("SUM(s)", Sum('s'), StringComparison.Ordinal)
                .Replace("SUM(n)", Sum('n'), StringComparison.Ordinal),
            metric
        )
        {
            Inputs = clients
                .SelectMany(client =>
                    new[]
                    {
                        KeyValuePair.Create($"s{client.Index}", UserPoolMetrics.Client(watch, client.Key, metric, "Sum")),
                        KeyValuePair.Create($"n{client.Index}", UserPoolMetrics.Client(watch, client.Key, metric, "SampleCount")),
                    }
                )
                .ToImmutableSortedDictionary(StringComparer.Ordinal),
        };

        string Sum(char id) => $"({string.Join('+', clients.Select(client => $"FILL({id}{client.Index},0)"))})";
    }
}
