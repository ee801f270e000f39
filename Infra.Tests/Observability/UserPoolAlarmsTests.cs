using System.Collections.Immutable;
using Infra.Observability;
using Infra.Observability.Alarms;
using Infra.Settings.Identity;
using Pulumi;
using Pulumi.Utilities;
using static Infra.Tests.Observability.UserPoolCase;

namespace Infra.Tests.Observability;

public sealed class UserPoolAlarmsTests
{
    [Test]
    public void These_are_the_alarms() =>
        Assert.That(
            UserPoolAlarms
                .Rows(Watch, new())
                .Select(row =>
                    $"{row.Key}: {row.Severity} > {row.Threshold}, {row.PeriodSeconds} s x{row.EvaluationPeriods}, {row.MissingData}, {row.Runbook}"
                ),
            Is.EqualTo(
                new[]
                {
                    "web-sign-in-failures: High > 50, 300 s x3, NotBreaching, user-pool.md#sign-in-failures",
                    "web-throttled: High > 0, 300 s x2, NotBreaching, user-pool.md#throttled",
                    "account-takeover: High > 0, 300 s x1, NotBreaching, user-pool.md#account-takeover",
                    "compromised-credentials: High > 10, 300 s x1, NotBreaching, user-pool.md#compromised-credentials",
                    "risky-requests-blocked: Warning > 10, 300 s x1, NotBreaching, user-pool.md#risky-requests-blocked",
                }
            )
        );

    [Test]
    public async Task Failures_are_attempts_less_successes_and_a_few_do_not_count()
    {
        var row = Row("web-sign-in-failures");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(row.Formula!.Expression, Is.EqualTo("IF(n>=20,100*(n-s)/n,0)"));
            Assert.That(
                await InputsAsync(row),
                Is.EqualTo(
                    new[]
                    {
                        "n = AWS/Cognito SignInSuccesses SampleCount UserPool=ap-northeast-1_1 UserPoolClient=client-1",
                        "s = AWS/Cognito SignInSuccesses Sum UserPool=ap-northeast-1_1 UserPoolClient=client-1",
                    }
                )
            );
            Assert.That(row.Highest, Is.EqualTo(100));
        }
    }

    [Test]
    public async Task Takeovers_are_counted_over_all_that_people_do()
    {
        var row = Row("account-takeover");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(row.Formula!.Expression, Is.EqualTo("FILL(passwordChangeHigh,0)+FILL(signInHigh,0)+FILL(signUpHigh,0)"));
            Assert.That(
                await InputsAsync(row),
                Is.EqualTo(
                    new[]
                    {
                        "passwordChangeHigh = AWS/Cognito AccountTakeoverRisk Sum Operation=PasswordChange RiskLevel=high UserPoolId=ap-northeast-1_1",
                        "signInHigh = AWS/Cognito AccountTakeoverRisk Sum Operation=SignIn RiskLevel=high UserPoolId=ap-northeast-1_1",
                        "signUpHigh = AWS/Cognito AccountTakeoverRisk Sum Operation=SignUp RiskLevel=high UserPoolId=ap-northeast-1_1",
                    }
                )
            );
        }
    }

    [Test]
    public void Other_risks_are_metrics_of_their_own()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Row("compromised-credentials").Formula!.Inputs.Values.Select(source => source.Name).Distinct(),
                Is.EqualTo(new[] { "CompromisedCredentialRisk" })
            );
            Assert.That(
                Row("risky-requests-blocked").Formula!.Inputs.Values.Select(source => source.Name).Distinct(),
                Is.EqualTo(new[] { "OverrideBlock" })
            );
            // CloudWatch looks at ten metrics in an alarm at most.
            Assert.That(Row("risky-requests-blocked").Formula!.Inputs, Has.Count.EqualTo(9));
        }
    }

    [Test]
    public async Task Throttles_of_other_services_count_too()
    {
        var rows = UserPoolAlarms.Rows(Watch with { Providers = ["Google"] }, new());
        var row = rows.Single(row => row.Key == "web-throttled");

        Assert.That(
            await InputsAsync(row),
            Is.EqualTo(
                new[]
                {
                    "federation0 = AWS/Cognito FederationThrottles Sum IdentityProvider=Google UserPool=ap-northeast-1_1 UserPoolClient=client-1",
                    "signInThrottles = AWS/Cognito SignInThrottles Sum UserPool=ap-northeast-1_1 UserPoolClient=client-1",
                    "signUpThrottles = AWS/Cognito SignUpThrottles Sum UserPool=ap-northeast-1_1 UserPoolClient=client-1",
                    "tokenRefreshThrottles = AWS/Cognito TokenRefreshThrottles Sum UserPool=ap-northeast-1_1 UserPoolClient=client-1",
                }
            )
        );
    }

    [Test]
    public void Without_threat_protection_there_are_no_risks_to_watch() =>
        Assert.That(
            UserPoolAlarms.Rows(Watch with { HasThreatProtection = false }, new()).Select(row => row.Key),
            Is.EqualTo(new[] { "web-sign-in-failures", "web-throttled" })
        );

    [Test]
    public void Thresholds_come_from_the_settings()
    {
        var thresholds = new UserPoolAlarmSettings
        {
            SignInFailurePercent = 30,
            SignInFewest = 5,
            Throttled = 1,
            AccountTakeovers = 2,
            CompromisedCredentials = 3,
            Blocked = 4,
        };

        var rows = UserPoolAlarms.Rows(Watch, thresholds).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rows.Select(row => row.Threshold), Is.EqualTo(new double[] { 30, 1, 2, 3, 4 }));
            Assert.That(rows[0].Formula!.Expression, Does.StartWith("IF(n>=5,"));
        }
    }

    [Test]
    public async Task CloudWatch_takes_every_row()
    {
        var rows = UserPoolAlarms.Rows(Watch, new()).ToImmutableArray();

        var run = await AlarmCase.RunAsync(AlarmCase.Args(rows) with { Things = [UserPoolWatch.Thing] });

        Assert.That(
            run.All("aws:cloudwatch/metricAlarm:MetricAlarm").Select(alarm => alarm.Inputs["name"]),
            Is.SupersetOf(rows.Select(row => $"idp-server-{row.Key}"))
        );
    }

    [Test]
    public void Every_alarm_has_a_section_in_the_runbook()
    {
        var sections = File.ReadLines(Repository.PathOf("docs/runbooks/user-pool.md"))
            .Where(line => line.StartsWith("## ", StringComparison.Ordinal))
            .Select(line => $"user-pool.md#{line[3..].ToLowerInvariant().Replace(' ', '-')}");

        Assert.That(UserPoolAlarms.Rows(Watch, new()).Select(row => row.Runbook), Is.SubsetOf(sections));
    }

    private static AlarmRow Row(string key) => UserPoolAlarms.Rows(Watch, new()).Single(row => row.Key == key);

    private static async Task<string[]> InputsAsync(AlarmRow row)
    {
        var lines = new List<string>();
        foreach (var (id, source) in row.Formula!.Inputs)
        {
            var dimensions = new List<string>();
            foreach (var (name, value) in source.Dimensions)
                dimensions.Add($"{name}={await OutputUtilities.GetValueAsync(value.ToOutput())}");
            lines.Add($"{id} = {source.Namespace} {source.Name} {source.Statistic} {string.Join(' ', dimensions)}");
        }
        return [.. lines];
    }
}
