using System.Collections.Immutable;

namespace Infra.Observability.Alarms;

/// <summary>The metrics of a user pool. Cognito counts nothing as failed: an attempt is a sample, and a success is a sample of 1.</summary>
internal static class UserPoolMetrics
{
    private const string Namespace = "AWS/Cognito";
    private static readonly string[] Throttled = ["SignInThrottles", "SignUpThrottles", "TokenRefreshThrottles"];
    private static readonly string[] Operations = ["PasswordChange", "SignIn", "SignUp"];

    /// <summary>A metric of one application.</summary>
    public static MetricSource Client(UserPoolWatch watch, string key, string metric, string statistic) =>
        new MetricSource(Namespace, metric, statistic).Of("UserPool", watch.PoolId).Of("UserPoolClient", watch.Clients[key]);

    /// <summary>Share of the sign-ins of an application that failed, in percent; 0 while there are too few to tell.</summary>
    /// <param name="watch">The pool.</param>
    /// <param name="key">The application.</param>
    /// <param name="fewest">Attempts below which nothing is said: one mistyped password at night is no attack.</param>
    public static MetricFormula FailureRate(UserPoolWatch watch, string key, int fewest) =>
        new($"IF(n>={fewest},100*(n-s)/n,0)", "failed sign-ins (%)")
        {
            Inputs = Named(
                ("n", Client(watch, key, "SignInSuccesses", "SampleCount")),
                ("s", Client(watch, key, "SignInSuccesses", "Sum"))
            ),
        };

    /// <summary>Requests that Cognito found risky, over everything that people do.</summary>
    /// <param name="watch">The pool.</param>
    /// <param name="metric">For example <c>AccountTakeoverRisk</c>.</param>
    /// <param name="label">What the number is.</param>
    /// <param name="levels">Which risks: <c>high</c>, <c>medium</c>, <c>low</c>.</param>
    public static MetricFormula Risks(UserPoolWatch watch, string metric, string label, params string[] levels) =>
        Total(
            label,
            from operation in Operations
            from level in levels
            select (
                $"{char.ToLowerInvariant(operation[0])}{operation[1..]}{char.ToUpperInvariant(level[0])}{level[1..]}",
                // Each operation and level is a metric of its own; there is none over all of them.
                new MetricSource(Namespace, metric, "Sum")
                    .Of("Operation", operation)
                    .Of("RiskLevel", level)
                    .Of("UserPoolId", watch.PoolId)
            )
        );

    /// <summary>Requests of an application that were turned away because there were too many.</summary>
    public static MetricFormula Throttles(UserPoolWatch watch, string key) =>
        Total(
            "throttled requests",
            [
                .. Throttled.Select(metric =>
                    (char.ToLowerInvariant(metric[0]) + metric[1..], Client(watch, key, metric, "Sum"))
                ),
                .. watch.Providers.Select(
                    (provider, index) =>
                        ($"federation{index}", Client(watch, key, "FederationThrottles", "Sum").Of("IdentityProvider", provider))
                ),
            ]
        );

    // A counter that has nothing to count says nothing, and a sum with a silent part would be silent too.
    private static MetricFormula Total(string label, IEnumerable<(string Id, MetricSource Source)> parts)
    {
        var inputs = Named([.. parts]);
        return new(string.Join('+', inputs.Keys.Select(id => $"FILL({id},0)")), label) { Inputs = inputs };
    }

    private static ImmutableSortedDictionary<string, MetricSource> Named(params (string Id, MetricSource Source)[] inputs) =>
        inputs.ToImmutableSortedDictionary(input => input.Id, input => input.Source, StringComparer.Ordinal);
}
