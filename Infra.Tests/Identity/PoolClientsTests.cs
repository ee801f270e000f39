using Infra.Identity;
using static Infra.Tests.Identity.PoolCase;

namespace Infra.Tests.Identity;

public sealed class PoolClientsTests
{
    [Test]
    public async Task The_web_client_gets_a_code_for_short_tokens_and_has_no_secret()
    {
        var client = (await RunAsync(Args())).One(Client);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((client.Name, client.Inputs["name"]), Is.EqualTo(("id-client-web", (object)"taskflow-prod-web")));
            Assert.That(client.Inputs["userPoolId"], Is.EqualTo("id:id-pool"));
            Assert.That(client.Inputs["generateSecret"], Is.False);
            Assert.That(client.Inputs["allowedOauthFlowsUserPoolClient"], Is.True);
            Assert.That(client.Texts("allowedOauthFlows"), Is.EqualTo(new[] { "code" }));
            Assert.That(client.Texts("allowedOauthScopes"), Is.EqualTo(new[] { "email", "openid", "profile" }));
            Assert.That(client.Texts("callbackUrls"), Is.EqualTo(new[] { "https://app.example.com/auth/callback" }));
            Assert.That(client.Texts("logoutUrls"), Is.EqualTo(new[] { "https://app.example.com/" }));
            Assert.That(client.Texts("supportedIdentityProviders"), Is.EqualTo(new[] { "COGNITO" }));
            Assert.That(
                client.Texts("explicitAuthFlows"),
                Is.EqualTo(new[] { "ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_AUTH", "ALLOW_USER_SRP_AUTH" })
            );
            Assert.That(client.Inputs["accessTokenValidity"], Is.EqualTo(30));
            Assert.That(client.Inputs["idTokenValidity"], Is.EqualTo(30));
            Assert.That(client.Inputs["refreshTokenValidity"], Is.EqualTo(7));
            Assert.That(
                client.Json("tokenValidityUnits"),
                Is.EqualTo("""{"accessToken":"minutes","idToken":"minutes","refreshToken":"days"}""")
            );
            Assert.That(client.Inputs["preventUserExistenceErrors"], Is.EqualTo("ENABLED"));
            Assert.That(client.Inputs["enableTokenRevocation"], Is.True);
            Assert.That(
                client.Inputs,
                Does.Not.ContainKey("readAttributes")
                    .And.Not.ContainKey("writeAttributes")
                    .And.Not.ContainKey("refreshTokenRotation")
            );
        }
    }

    [Test]
    public async Task What_users_must_not_set_is_only_read_by_the_application()
    {
        var args = Args() with { Attributes = [new("email") { Required = true }, new("organizationId") { SetByUsers = false }] };
        var client = (await RunAsync(args)).One(Client);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(client.Texts("readAttributes"), Is.EqualTo(new[] { "custom:organizationId", "email", "email_verified" }));
            Assert.That(client.Texts("writeAttributes"), Is.EqualTo(new[] { "email" }));
        }
    }

    [Test]
    public void What_is_required_must_be_theirs_to_set() =>
        Assert.That(
            Problems(Args() with { Attributes = [new("email") { Required = true, SetByUsers = false }] }),
            Is.EqualTo(
                new[]
                {
                    "attributes.email.setByUsers: got false, want true for a required attribute; nobody could sign up without setting it",
                }
            )
        );

    [Test]
    public async Task What_is_unwise_happens_only_by_name()
    {
        var web = Web with
        {
            AllowImplicit = true,
            AllowPlainPassword = true,
            Flows = [AuthFlow.PlainPassword],
            RotationGraceSeconds = 30,
        };

        var client = (await RunAsync(Args() with { Clients = Keyed<PoolClient>("web", web), Passkeys = null })).One(Client);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(client.Texts("allowedOauthFlows"), Is.EqualTo(new[] { "code", "implicit" }));
            Assert.That(client.Texts("explicitAuthFlows"), Is.EqualTo(new[] { "ALLOW_USER_PASSWORD_AUTH" }));
            Assert.That(
                client.Json("refreshTokenRotation"),
                Is.EqualTo("""{"feature":"ENABLED","retryGracePeriodSeconds":30}""")
            );
        }
    }

    [Test]
    public async Task A_machine_gets_tokens_for_its_scopes_by_its_secret_and_nobody_signs_in_through_it()
    {
        var run = await RunAsync(
            Args() with
            {
                ResourceServers = Keyed("api", Api),
                Clients = Args().Clients.Add("machine", new MachineClient { Scopes = ["api/write", "api/read"] }),
            }
        );

        var server = run.One("aws:cognito/resourceServer:ResourceServer");
        var client = run.One(Client, "id-client-machine");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (server.Name, server.Inputs["identifier"], server.Inputs["name"]),
                Is.EqualTo(("id-api-api", (object)"api", (object)"api"))
            );
            Assert.That(
                server.Json("scopes"),
                Is.EqualTo(
                    """[{"scopeDescription":"See things","scopeName":"read"},{"scopeDescription":"Change things","scopeName":"write"}]"""
                )
            );
            Assert.That(client.Inputs["generateSecret"], Is.True);
            Assert.That(client.Texts("allowedOauthFlows"), Is.EqualTo(new[] { "client_credentials" }));
            Assert.That(client.Texts("allowedOauthScopes"), Is.EqualTo(new[] { "api/read", "api/write" }));
            Assert.That(client.Texts("explicitAuthFlows"), Is.EqualTo(new[] { "ALLOW_REFRESH_TOKEN_AUTH" }));
            Assert.That(client.Inputs, Does.Not.ContainKey("callbackUrls").And.Not.ContainKey("supportedIdentityProviders"));
        }
    }

    [TestCase("http://app.example.com/cb", "codes must not travel in the clear")]
    [TestCase("http://localhost:3000/cb", "only stacks for developers send people to their own machine")]
    [TestCase("http://127.0.0.1:3000/cb", "codes must not travel in the clear")]
    [TestCase("https://app.example.com/*", "Cognito compares whole URLs; leave out # and *")]
    [TestCase("https://app.example.com/#a", "Cognito compares whole URLs; leave out # and *")]
    [TestCase("app.example.com/cb", "write the whole URL")]
    public void Codes_go_over_TLS_to_whole_URLs(string url, string wayOut) =>
        Assert.That(
            (Web with { LogoutUrls = [url] }).Validate().Single().ToString(),
            Is.EqualTo($"logoutUrls[0]: got {url}, want an https:// URL; {wayOut}")
        );

    [Test]
    public void Developers_are_sent_to_their_own_machine_where_it_is_allowed() =>
        Assert.That(
            (Web with { CallbackUrls = ["http://localhost:3000/auth/callback"], AllowLocalhost = true }).Validate(),
            Is.Empty
        );

    [Test]
    public void What_cannot_work_or_was_not_meant_is_refused()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Refused(Web with { CallbackUrls = [] }), Does.StartWith("callbackUrls: got 0, want 1 to 100 URLs;"));
            Assert.That(Refused(Web with { Scopes = ["email"] }), Does.StartWith("scopes: got email, want openid among them;"));
            Assert.That(
                Refused(Web with { Flows = [AuthFlow.PlainPassword] }),
                Does.StartWith("flows: got plain-password, want srp; passwords need not travel")
            );
            Assert.That(
                Refused(Web with { RotationGraceSeconds = 10 }),
                Does.StartWith("flows: got refresh, want none with rotation;")
            );
            Assert.That(
                Refused(Web with { RotationGraceSeconds = 61, Flows = [AuthFlow.Srp] }),
                Does.StartWith("rotationGraceSeconds: got 61, want 0 to 60 seconds;")
            );
            Assert.That(
                Refused(new MachineClient { Scopes = [] }),
                Does.StartWith("scopes: got an empty list, want one scope or more;")
            );
            Assert.That(
                Refused(Web with { Tokens = new() { AccessMinutes = 4 } }),
                Does.StartWith("tokens.accessMinutes: got 4, want 5 to 1440 minutes;")
            );
            Assert.That(
                Refused(Web with { Tokens = new() { IdMinutes = 1441 } }),
                Does.StartWith("tokens.idMinutes: got 1441, want 5 to 1440 minutes;")
            );
            Assert.That(
                Refused(Web with { Tokens = new() { RefreshDays = 0 } }),
                Does.StartWith("tokens.refreshDays: got 0, want 1 to 3650 days;")
            );
        }
    }

    private static string Refused(PoolClient client) => client.Validate().Single().ToString();
}
