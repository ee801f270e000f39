using System.Collections.Immutable;
using Infra.Identity;
using Infra.Settings;
using Infra.Settings.Identity;

namespace Infra.Tests.Settings.Identity;

public sealed class UserPoolSettingsTests
{
    [Test]
    public void The_defaults_are_those_of_production() => Assert.That(Problems(new()), Is.Empty);

    [Test]
    public void What_a_stack_says_reaches_the_pool()
    {
        var settings = new UserPoolSettings
        {
            ThreatProtection = ThreatProtection.Audit,
            HighRisk = HighRiskAction.Block,
            Password = new()
            {
                MinimumLength = 14,
                TemporaryDays = 3,
                HistorySize = 2,
            },
            Tokens = new()
            {
                AccessMinutes = 30,
                IdMinutes = 20,
                RefreshDays = 7,
            },
            Web = new()
            {
                Implicit = true,
                Localhost = true,
                CallbackUrls = ["http://localhost:3000/auth/callback"],
                LogoutUrls = ["http://localhost:3000"],
            },
            Passkeys = new() { Enabled = true, UserVerification = UserVerification.Preferred },
            Logs = new() { RetentionDays = 7, SignIns = false },
        };

        var client = settings.Web.Client(["https://app.example.com/auth/callback"], ["https://app.example.com/"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                settings.Threats,
                Is.EqualTo(new PoolThreats { Mode = ThreatProtection.Audit, HighRisk = HighRiskAction.Block })
            );
            Assert.That(
                settings.Password.Policy,
                Is.EqualTo(
                    new PasswordPolicy
                    {
                        MinimumLength = 14,
                        TemporaryDays = 3,
                        HistorySize = 2,
                    }
                )
            );
            Assert.That(
                settings.Tokens.Lifetimes,
                Is.EqualTo(
                    new TokenLifetimes
                    {
                        AccessMinutes = 30,
                        IdMinutes = 20,
                        RefreshDays = 7,
                    }
                )
            );
            Assert.That(
                client.CallbackUrls,
                Is.EqualTo(new[] { "https://app.example.com/auth/callback", "http://localhost:3000/auth/callback" })
            );
            Assert.That(client.LogoutUrls, Is.EqualTo(new[] { "https://app.example.com/", "http://localhost:3000" }));
            Assert.That((client.AllowImplicit, client.AllowLocalhost), Is.EqualTo((true, true)));
            Assert.That(client.Validate(), Is.Empty);
            Assert.That(
                settings.Passkeys.Passkeys("app.example.com"),
                Is.EqualTo(new Passkeys { RelyingParty = "app.example.com", UserVerification = UserVerification.Preferred })
            );
            Assert.That(new PasskeySettings().Passkeys("app.example.com"), Is.Null);
            Assert.That(settings.Logs.Logs, Is.EqualTo(new PoolLogs { RetentionDays = 7, SignIns = false }));
        }
    }

    [Test]
    public void Pages_are_below_AWS_s_domain_or_on_a_host_of_our_own()
    {
        var own = new SignInPageSettings
        {
            Host = "auth.example.com",
            CertificateArn = "arn:certificate",
            HostedZoneId = "Z1",
        };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(new SignInPageSettings().Domain(TestStacks.Dev).Prefix, Is.EqualTo(PoolDomain.PrefixOf(TestStacks.Dev)));
            Assert.That(
                new SignInPageSettings { Prefix = "shop" }
                    .Domain(TestStacks.Dev)
                    .Prefix,
                Is.EqualTo("shop")
            );
            Assert.That(own.Domain(TestStacks.Dev).Host, Is.EqualTo("auth.example.com"));
            Assert.That(own.Domain(TestStacks.Dev).HostedZoneId, Is.EqualTo("Z1"));
            Assert.That(own.Domain(TestStacks.Dev).Prefix, Is.Null);
            Assert.That(own.Domain(TestStacks.Dev).Validate(), Is.Empty);
        }
    }

    [Test]
    public void What_does_not_fit_together_is_refused_where_it_is_written()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Problems(new() { Passkeys = new() { Enabled = true } }).Single(),
                Does.StartWith("mfa: got required, want optional with passkeys;")
            );
            Assert.That(
                Problems(new() { Mfa = PoolMfa.Off }).Single(),
                Does.StartWith("highRisk: got mfa-required, want block while mfa is off;")
            );
            Assert.That(
                Problems(new() { ThreatProtection = ThreatProtection.Off }).Single(),
                Does.StartWith("logs.signIns: got true, want false while threat protection is off;")
            );
            Assert.That(
                Problems(new() { DeletionProtection = false }).Single(),
                Does.StartWith("deletionProtection: got false, want true while protect is true;")
            );
            Assert.That(Problems(new() { DeletionProtection = false }, protect: false), Is.Empty);
            Assert.That(
                Problems(new() { Passkeys = new() { RelyingParty = "app.example.com" } }).Single(),
                Does.StartWith("passkeys.relyingParty: got app.example.com, want none while enabled is false;")
            );
            Assert.That(
                Problems(new() { Password = new() { MinimumLength = 7 } }).Single(),
                Does.StartWith("password.minimumLength: got 7")
            );
            Assert.That(Problems(new() { Tokens = new() { IdMinutes = 4 } }).Single(), Does.StartWith("tokens.idMinutes: got 4"));
            Assert.That(
                Problems(new() { Web = new() { CallbackUrls = ["http://localhost:3000/cb"] } }).Single(),
                Does.StartWith("web.callbackUrls[0]: got http://localhost:3000/cb, want an https:// URL;")
            );
            Assert.That(
                Problems(new() { Pages = new() { Prefix = "cognito-x" } }).Single(),
                Does.StartWith("pages.prefix: got cognito-x, want a word without cognito in it;")
            );
            Assert.That(
                Problems(
                        new()
                        {
                            Pages = new() { CertificateArn = "arn:c", HostedZoneId = "Z1" },
                        }
                    )
                    .Select(line => line.Split(';')[0]),
                Is.EqualTo(
                    new[]
                    {
                        "pages.certificateArn: got arn:c, want none without host",
                        "pages.hostedZoneId: got Z1, want none without host",
                    }
                )
            );
            Assert.That(
                Problems(
                        new()
                        {
                            Pages = new() { Prefix = "shop", Host = "auth.example.com" },
                        }
                    )
                    .Select(line => line.Split(';')[0]),
                Is.EqualTo(
                    new[]
                    {
                        "pages.prefix: got shop, want none beside host",
                        "pages.certificateArn: got nothing, want a certificate of us-east-1 for auth.example.com",
                    }
                )
            );
        }
    }

    [Test]
    public void Every_setting_can_be_written_in_a_stack_file()
    {
        var trees = new[] { typeof(UserPoolSettings), typeof(UserPoolAlarmSettings), typeof(Infra.Settings.Mail.MailSettings) };

        foreach (var leaf in trees.SelectMany(type => SettingNode.Root(type).Leaves))
            using (Assert.EnterMultipleScope())
            {
                Assert.That(leaf.Kind, Is.Not.EqualTo(SettingKind.Group), leaf.Path);
                Assert.That(leaf.About.Description, Does.EndWith(".").And.Length.GreaterThan(15), leaf.Path);
            }
    }

    private static ImmutableArray<string> Problems(UserPoolSettings settings, bool protect = true) =>
        [.. settings.Validate(protect, TestStacks.Prod).Select(problem => problem.ToString())];
}
