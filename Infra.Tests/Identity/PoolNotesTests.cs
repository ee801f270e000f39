using Infra.Identity;
using static Infra.Tests.Identity.PoolCase;

namespace Infra.Tests.Identity;

public sealed class PoolNotesTests
{
    [Test]
    public void A_preview_says_the_price_and_what_is_settled_for_good() =>
        Assert.That(
            PoolNotes.Facts(Args()),
            Is.EqualTo(
                new[]
                {
                    "feature plan PLUS because of threat protection and exported records of sign-ins: 0.020 USD for each user active in a month, "
                        + "no user is free",
                    "once the pool exists these can never be changed: sign-in by e-mail address, user names without regard to capitals, and the "
                        + "attributes email (required), given_name, family_name and organizationId; only further attributes can be added",
                    "passkeys belong to app.example.com: its own pages sign in with them through the SDK, the managed login pages at "
                        + "taskflow-prod-1a2b3c4d.auth.ap-northeast-1.amazoncognito.com cannot",
                }
            )
        );

    [Test]
    public void A_host_of_our_own_needs_the_domain_above_it() =>
        Assert.That(
            PoolNotes.Facts(Args() with { Domain = new() { Host = "auth.app.example.com" } }).Last(),
            Is.EqualTo("Cognito takes the host auth.app.example.com only when app.example.com resolves to an address")
        );

    [Test]
    public void A_sound_pool_is_warned_of_nothing() => Assert.That(PoolNotes.Warnings(Args()), Is.Empty);

    [Test]
    public void A_preview_warns_of_what_is_allowed_and_unwise()
    {
        var web = Web with
        {
            AllowImplicit = true,
            AllowPlainPassword = true,
            Flows = [AuthFlow.PlainPassword, AuthFlow.Choice],
            Tokens = new()
            {
                AccessMinutes = 61,
                IdMinutes = 14,
                RefreshDays = 31,
            },
        };
        var args = Args() with
        {
            Mail = null,
            Clients = Keyed<PoolClient>("web", web)
                .Add(
                    "machine",
                    new MachineClient
                    {
                        Scopes = [],
                        Tokens = new() { AccessMinutes = 120, IdMinutes = 120 },
                    }
                ),
            Domain = new() { Host = "auth.app.example.com", CertificateArn = "arn:certificate" },
        };

        Assert.That(
            PoolNotes.Warnings(args),
            Is.EqualTo(
                new[]
                {
                    "e-mail is sent by Cognito itself: 50 a day at most, from no-reply@verificationemail.com; verify a domain with SES",
                    "client machine: access tokens are good for 120 minutes; 15 to 60 is advised",
                    "client web may be sent tokens in the URL (implicit grant), where histories and logs keep them",
                    "client web may send passwords in plain (USER_PASSWORD_AUTH); SRP needs none to travel",
                    "client web: access tokens are good for 61 minutes; 15 to 60 is advised",
                    "client web: id tokens are good for 14 minutes; 15 to 60 is advised",
                    "client web: refresh tokens are good for 31 days; 7 to 30 is advised",
                    "passkeys belong to auth.app.example.com, where the managed login pages are, and not to app.example.com: those made for the "
                        + "other host no longer work, and pages outside it cannot ask for one",
                }
            )
        );
    }

    [TestCase(15, 7), TestCase(60, 30)]
    public void Tokens_within_what_is_advised_are_not_doubted(int minutes, int days) =>
        Assert.That(
            new TokenLifetimes
            {
                AccessMinutes = minutes,
                IdMinutes = minutes,
                RefreshDays = days,
            }.Doubts(),
            Is.Empty
        );
}
