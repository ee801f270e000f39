using Infra.Identity;
using Pulumi;
using static Infra.Tests.Identity.PoolCase;

namespace Infra.Tests.Identity;

public sealed class PoolProvidersTests
{
    private const string Provider = "aws:cognito/identityProvider:IdentityProvider";

    private static readonly PoolProvider Google = new()
    {
        Kind = PoolProviderKind.Google,
        ClientId = "google-id",
        ClientSecret = Output.CreateSecret("google-secret"),
    };

    private static readonly PoolProvider Line = new()
    {
        Kind = PoolProviderKind.Oidc,
        ClientId = "line-id",
        ClientSecret = Output.CreateSecret("line-secret"),
        Issuer = "https://access.line.me",
        Endpoints = Keyed("jwks_uri", "https://api.line.me/oauth2/v2.1/certs"),
    };

    [Test]
    public async Task Providers_are_made_and_offered_by_every_web_client()
    {
        var run = await RunAsync(Args() with { Providers = Keyed("Google", Google).Add("LINE", Line) });

        var google = run.One(Provider, "id-idp-google");
        var line = run.One(Provider, "id-idp-line");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (google.Inputs["providerName"], google.Inputs["providerType"]),
                Is.EqualTo(((object)"Google", (object)"Google"))
            );
            Assert.That(
                google.Json("providerDetails"),
                Does.Contain("\"client_id\":\"google-id\"")
                    .And.Contain("\"client_secret\":\"google-secret\"")
                    .And.Contain("\"authorize_scopes\":\"openid email profile\"")
                    .And.Contain("\"token_request_method\":\"POST\"")
            );
            Assert.That((line.Inputs["providerName"], line.Inputs["providerType"]), Is.EqualTo(((object)"LINE", (object)"OIDC")));
            Assert.That(
                line.Json("providerDetails"),
                Is.EqualTo(
                    """{"attributes_request_method":"GET","attributes_url_add_attributes":"false","authorize_scopes":"openid email profile","client_id":"line-id","client_secret":"line-secret","jwks_uri":"https://api.line.me/oauth2/v2.1/certs","oidc_issuer":"https://access.line.me"}"""
                )
            );
            Assert.That(line.Json("attributeMapping"), Is.EqualTo("""{"email":"email","username":"sub"}"""));
            Assert.That(run.One(Client).Texts("supportedIdentityProviders"), Is.EqualTo(new[] { "COGNITO", "Google", "LINE" }));
        }
    }

    [Test]
    public async Task What_is_not_ready_is_left_out_and_said()
    {
        var providers = Keyed("Google", Google with { ClientSecret = null })
            .Add("LINE", Line with { ClientId = null })
            .Add("Bridge", Line with { Issuer = null });
        var args = Args() with { Providers = providers };

        var run = await RunAsync(args);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.All(Provider), Is.Empty);
            Assert.That(run.One(Client).Texts("supportedIdentityProviders"), Is.EqualTo(new[] { "COGNITO" }));
            Assert.That(
                PoolNotes.Warnings(args),
                Is.EqualTo(
                    new[]
                    {
                        "sign-in through Bridge is left out: its issuer is missing",
                        "sign-in through Google is left out: its client secret is missing",
                        "sign-in through LINE is left out: its client id is missing",
                    }
                )
            );
        }
    }

    [Test]
    public void What_Cognito_cannot_use_is_refused() =>
        Assert.That(
            Problems(
                    Args() with
                    {
                        Providers = Keyed(
                            "LINE",
                            Line with
                            {
                                Issuer = "http://line",
                                Scopes = ["email"],
                                Endpoints = Keyed("userinfo", "https://line"),
                            }
                        ),
                    }
                )
                .Select(problem => problem.Split(',')[0]),
            Is.EqualTo(
                new[]
                {
                    "providers.LINE.scopes: got email",
                    "providers.LINE.issuer: got http://line",
                    "providers.LINE.endpoints.userinfo: got userinfo",
                }
            )
        );
}
