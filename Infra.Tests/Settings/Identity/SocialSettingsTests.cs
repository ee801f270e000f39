using System.Collections.Immutable;
using Infra.Identity;
using Infra.Security;
using Infra.Settings;
using Infra.Settings.Identity;
using Infra.Tests.Identity;
using static Infra.Tests.Identity.PoolCase;

namespace Infra.Tests.Settings.Identity;

public sealed class SocialSettingsTests
{
    private const string Provider = "aws:cognito/identityProvider:IdentityProvider";
    private const string GoogleId = "123456789012-abc.apps.googleusercontent.com";

    private static readonly XSignInSettings Bridge = new()
    {
        ClientId = "shop",
        Issuer = "https://bridge.example.com",
        AuthorizeUrl = "https://bridge.example.com/authorize",
        TokenUrl = "https://bridge.example.com/token",
        UserInfoUrl = "https://bridge.example.com/userinfo",
        JwksUrl = "https://bridge.example.com/jwks",
    };

    private static readonly SocialSettings All = new()
    {
        Google = new() { ClientId = GoogleId },
        Line = new() { ClientId = "1234567890" },
        X = Bridge,
    };

    [Test]
    public async Task Each_service_gets_its_credentials_and_its_endpoints()
    {
        var run = await RunAsync(Args() with { Providers = All.Providers(Secrets("google", "line", "x")) });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.One(Client).Texts("supportedIdentityProviders"),
                Is.EqualTo(new[] { "COGNITO", "Google", "LINE", "X-Twitter" })
            );
            Assert.That(
                Details("google"),
                Does.Contain($"\"client_id\":\"{GoogleId}\"").And.Contain("\"client_secret\":\"secret-of-google\"")
            );
            Assert.That(
                Details("line"),
                Is.EqualTo(
                    """{"attributes_request_method":"GET","attributes_url":"https://api.line.me/oauth2/v2.1/userinfo","attributes_url_add_attributes":"false","authorize_scopes":"openid email profile","authorize_url":"https://access.line.me/oauth2/v2.1/authorize","client_id":"1234567890","client_secret":"secret-of-line","jwks_uri":"https://api.line.me/oauth2/v2.1/certs","oidc_issuer":"https://access.line.me","token_url":"https://api.line.me/oauth2/v2.1/token"}"""
                )
            );
            Assert.That(
                Details("x-twitter"),
                Is.EqualTo(
                    """{"attributes_request_method":"GET","attributes_url":"https://bridge.example.com/userinfo","attributes_url_add_attributes":"false","authorize_scopes":"openid email profile","authorize_url":"https://bridge.example.com/authorize","client_id":"shop","client_secret":"secret-of-x","jwks_uri":"https://bridge.example.com/jwks","oidc_issuer":"https://bridge.example.com","token_url":"https://bridge.example.com/token"}"""
                )
            );
            Assert.That(
                run.All(Provider).Select(provider => provider.Json("attributeMapping")),
                Is.All.EqualTo("""{"email":"email","name":"name","picture":"picture","username":"sub"}"""),
                "no service vouches for an address"
            );
        }

        string Details(string name) => run.One(Provider, $"id-idp-{name}").Json("providerDetails");
    }

    [Test]
    public async Task A_stack_without_credentials_gets_a_pool_all_the_same_and_is_warned()
    {
        var args = Args() with { Providers = new SocialSettings().Providers(Secrets()) };

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
                        "sign-in through Google is left out: its client id is missing",
                        "sign-in through LINE is left out: its client id is missing",
                    }
                )
            );
        }
    }

    [Test]
    public void What_is_half_known_is_left_out_with_a_warning()
    {
        var half = new SocialSettings { Google = new() { ClientId = GoogleId } };

        Assert.That(
            PoolNotes.Warnings(Args() with { Providers = half.Providers(Secrets("line", "x")) }),
            Is.EqualTo(
                new[]
                {
                    "sign-in through Google is left out: its client secret is missing",
                    "sign-in through LINE is left out: its client id is missing",
                    "sign-in through X-Twitter is left out: its client id is missing",
                }
            )
        );
    }

    [Test]
    public void A_preview_says_what_the_services_must_be_told() =>
        Assert.That(
            PoolNotes
                .Facts(
                    Args() with
                    {
                        SignInName = SignInName.UserNameOrEmail,
                        Passkeys = null,
                        Providers = All.Providers(Secrets("google", "line", "x")),
                    }
                )
                .Skip(1),
            Is.EqualTo(
                new[]
                {
                    "once the pool exists these can never be changed: sign-in by user name or e-mail address, user names without regard to "
                        + "capitals, and the attributes email (required), given_name, family_name and organizationId; only further attributes can "
                        + "be added",
                    "an e-mail address signs in only once it is verified, and a user name must not look like one",
                    "Google, LINE and X-Twitter must know where to send people back to: "
                        + "https://taskflow-prod-1a2b3c4d.auth.ap-northeast-1.amazoncognito.com/oauth2/idpresponse",
                    "sign-in through LINE: LINE tells an e-mail address only to channels that have asked for that permission in its console",
                    "sign-in through X-Twitter: the bridge must tell an e-mail address; not every account of the service has one",
                    "whoever signs in through LINE and X-Twitter costs 0.015 USD a month, the first 50 are free",
                }
            )
        );

    [Test]
    public async Task Containers_find_ids_and_secrets_in_one_secret()
    {
        var run = await SecretAsync(All, Secrets("google", "line", "x"));

        var secret = run.One("aws:secretsmanager/secret:Secret");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(secret.Inputs["name"], Is.EqualTo("neuraKnot-dev-oauth-credentials"));
            Assert.That(secret.Inputs["recoveryWindowInDays"], Is.EqualTo(7));
            Assert.That(
                Held(run),
                Is.EqualTo(
                    $$"""{"google_client_id":"{{GoogleId}}","google_client_secret":"secret-of-google","line_client_id":"1234567890","line_client_secret":"secret-of-line","x_client_id":"shop","x_client_secret":"secret-of-x"}"""
                )
            );
        }
    }

    [Test]
    public async Task It_has_only_what_is_known()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Held(await SecretAsync(new(), Secrets())), Is.EqualTo("{}"), "and is there with nothing in it too");
            Assert.That(
                Held(await SecretAsync(new(), Secrets("line"))),
                Is.EqualTo("""{"line_client_secret":"secret-of-line"}""")
            );
        }
    }

    [Test]
    public void Of_a_bridge_everything_is_known_or_nothing()
    {
        var half = new SocialSettings { X = Bridge with { Issuer = null, JwksUrl = null } };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(new SocialSettings().Validate(), Is.Empty);
            Assert.That(All.Validate(), Is.Empty);
            Assert.That(
                half.Validate().Select(problem => problem.ToString()),
                Is.EqualTo(
                    new[]
                    {
                        "x.issuer: got nothing, want a value beside the others of x; Cognito must know all of the bridge; or remove the others",
                        "x.jwksUrl: got nothing, want a value beside the others of x; Cognito must know all of the bridge; or remove the others",
                    }
                )
            );
        }
    }

    [TestCase(
        """{"google":{"clientId":"abc"}}""",
        "google.clientId: got abc, want a client id such as 123456789012-abc123.apps."
    )]
    [TestCase(
        """{"line":{"clientId":1234567890}}""",
        "line.clientId: got the number 1234567890, want the id of a channel, digits"
    )]
    [TestCase("""{"x":{"issuer":"http://bridge"}}""", "x.issuer: got http://bridge, want an https:// URL without ? and #")]
    [TestCase("""{"google":{"clientSecret":"x"}}""", "google.clientSecret: unknown key")]
    public void What_cannot_be_used_is_refused_where_it_is_written(string json, string problem)
    {
        var problems = new List<Infra.Validation.Problem>();

        SettingsReader.Overlay(
            new SocialSettings(),
            SettingNode.Root(typeof(SocialSettings)),
            System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(json),
            problems
        );

        Assert.That(problems.Single().ToString(), Does.StartWith(problem));
    }

    [Test]
    public void Every_setting_says_what_it_decides()
    {
        foreach (var leaf in SettingNode.Root(typeof(SocialSettings)).Leaves)
            Assert.That(leaf.About.Description, Does.EndWith(".").And.Length.GreaterThan(15), leaf.Path);
    }

    private static StackSecrets Secrets(params string[] services) =>
        new(
            SocialSettings.Secrets,
            services.ToDictionary(service => $"{service}ClientSecret", service => $"secret-of-{service}")
        );

    private static Task<Sandbox> SecretAsync(SocialSettings settings, StackSecrets secrets)
    {
        var context = TestStacks.Dev with
        {
            System = "neuraknot",
            Stack = "neuraknot-dev",
            Brand = "neuraKnot",
            Secrets = secrets,
        };
        return Sandbox.RunAsync(() =>
            _ = new JsonSecret("id-oauth", settings.ToSecret(context, "arn:key", recoveryDays: 7, protect: false))
        );
    }

    private static object Held(Sandbox run) => run.One("aws:secretsmanager/secretVersion:SecretVersion").Inputs["secretString"];
}
