using Infra.Identity;
using static Infra.Tests.Identity.PoolCase;

namespace Infra.Tests.Identity;

public sealed class PoolRisksTests
{
    private const string Risks = "aws:cognito/riskConfiguration:RiskConfiguration";

    [Test]
    public async Task Stolen_passwords_are_turned_away_and_takeovers_need_a_second_factor()
    {
        var risks = (await RunAsync(Args())).One(Risks);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(risks.Inputs["userPoolId"], Is.EqualTo("id:id-pool"));
            Assert.That(risks.Inputs, Does.Not.ContainKey("clientId"));
            Assert.That(
                risks.Json("compromisedCredentialsRiskConfiguration"),
                Is.EqualTo("""{"actions":{"eventAction":"BLOCK"},"eventFilters":["SIGN_IN","PASSWORD_CHANGE","SIGN_UP"]}""")
            );
            Assert.That(
                risks.Json("accountTakeoverRiskConfiguration"),
                Is.EqualTo(
                    """{"actions":{"highAction":{"eventAction":"MFA_REQUIRED","notify":true},"lowAction":{"eventAction":"NO_ACTION","notify":false},"mediumAction":{"eventAction":"MFA_IF_CONFIGURED","notify":true}},"notifyConfiguration":{"from":"noreply@app.example.com","sourceArn":"arn:identity"}}"""
                )
            );
        }
    }

    [Test]
    public async Task Without_SES_nobody_is_told()
    {
        var silent = new[] { Args() with { Mail = null }, Args() with { Threats = new() { Notify = false } } };

        foreach (var args in silent)
            Assert.That(
                (await RunAsync(args)).One(Risks).Json("accountTakeoverRiskConfiguration"),
                Does.Not.Contain("notifyConfiguration").And.Not.Contain("true")
            );
    }

    [TestCase(PoolMfa.Optional, "BLOCK", "MFA_IF_CONFIGURED")]
    [TestCase(PoolMfa.Off, "BLOCK", "NO_ACTION")]
    public async Task The_most_likely_attacks_may_be_blocked(object mfa, string high, string medium)
    {
        var args = Args() with
        {
            Mfa = (PoolMfa)mfa,
            Threats = new() { HighRisk = HighRiskAction.Block },
        };

        Assert.That(
            (await RunAsync(args)).One(Risks).Json("accountTakeoverRiskConfiguration"),
            Does.Contain($$"""highAction":{"eventAction":"{{high}}""")
                .And.Contain($$"""mediumAction":{"eventAction":"{{medium}}""")
        );
    }

    [Test]
    public async Task Where_nothing_is_measured_nothing_is_said() =>
        Assert.That(
            (
                await RunAsync(
                    Args() with
                    {
                        Threats = new() { Mode = ThreatProtection.Off },
                        Logs = null,
                    }
                )
            ).All(Risks),
            Is.Empty
        );
}
