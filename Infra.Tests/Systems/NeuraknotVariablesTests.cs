using Infra.Compute;
using Infra.Settings;
using Infra.Settings.Identity;
using Infra.Settings.Neuraknot;
using Infra.Systems;

namespace Infra.Tests.Systems;

public sealed class NeuraknotVariablesTests
{
    private const string Password = "arn:neuraknot-db-password-secret";
    private const string Credentials = "arn:neuraknot-oauth-secret";

    private static readonly Dictionary<string, string> Common = new()
    {
        ["APP_ENV"] = "prod",
        ["AWS_REGION"] = "ap-northeast-1",
        ["LOG_LEVEL"] = "info",
        ["PUBLIC_URL"] = "https://talk.example.com",
    };

    private static readonly Dictionary<string, string> Users = new()
    {
        ["COGNITO_CLIENT_ID"] = "id:neuraknot-client-web",
        ["COGNITO_ISSUER"] = "https://cognito-idp.ap-northeast-1.amazonaws.com/id:neuraknot-pool",
        ["COGNITO_USER_POOL_ID"] = "id:neuraknot-pool",
    };

    [Test]
    public async Task The_API_is_told_of_database_users_and_the_server_for_AI()
    {
        var told = NeuraknotContainer.Of(await NeuraknotCase.RunAsync(StackEnvironment.Prod), "backend-go");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                told.Environment.Where(variable => variable.Key != "COGNITO_DOMAIN"),
                Is.EquivalentTo(
                    Common
                        .Concat(Users)
                        .Concat(
                            Pairs(
                                ("AI_URL", "http://python-ai.neuraknot-prod.local:8000"),
                                ("DB_HOST", "neuraknot-db.example"),
                                ("DB_NAME", "neuraknot"),
                                ("DB_PORT", "5432"),
                                ("DB_SSLMODE", "require"),
                                ("PORT", "8080")
                            )
                        )
                )
            );
            Assert.That(told.Environment["COGNITO_DOMAIN"], Does.Match(@"^neuraknot-prod-[0-9a-f]{8}\.auth\.ap-northeast-1\."));
            Assert.That(
                told.Secrets,
                Is.EquivalentTo(Pairs(("DB_PASSWORD", $"{Password}:password::"), ("DB_USERNAME", $"{Password}:username::")))
            );
        }
    }

    [Test]
    public async Task The_frontend_is_told_of_users_and_gets_no_secret()
    {
        var told = NeuraknotContainer.Of(await NeuraknotCase.RunAsync(StackEnvironment.Prod), "nextjs-frontend");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                told.Environment.Where(variable => variable.Key != "COGNITO_DOMAIN"),
                Is.EquivalentTo(Common.Concat(Users).Concat(Pairs(("PORT", "3000"))))
            );
            Assert.That(told.Secrets, Is.Empty);
        }
    }

    [Test]
    public async Task The_server_for_AI_is_told_nothing_of_users_and_database()
    {
        var told = NeuraknotContainer.Of(await NeuraknotCase.RunAsync(StackEnvironment.Prod), "python-ai");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(told.Environment, Is.EquivalentTo(Common.Concat(Pairs(("PORT", "8000")))));
            Assert.That(told.Secrets, Is.Empty);
        }
    }

    [Test]
    public async Task What_other_services_gave_for_sign_in_reaches_the_API_as_secrets_and_only_what_there_is()
    {
        var settings = NeuraknotCase.Settings(StackEnvironment.Prod) with
        {
            Social = new SocialSettings
            {
                Google = new() { ClientId = "123456789012-abc.apps.googleusercontent.com" },
                Line = new() { ClientId = "1234567890" },
            },
        };
        var run = await NeuraknotCase.RunAsync(NeuraknotCase.Prod with { Secrets = NeuraknotCase.Secrets("google") }, settings);

        var told = NeuraknotContainer.Of(run, "backend-go");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                told.Secrets.Where(secret => secret.Value.StartsWith(Credentials, StringComparison.Ordinal)),
                Is.EquivalentTo(
                    Pairs(
                        ("GOOGLE_CLIENT_ID", $"{Credentials}:google_client_id::"),
                        ("GOOGLE_CLIENT_SECRET", $"{Credentials}:google_client_secret::"),
                        ("LINE_CLIENT_ID", $"{Credentials}:line_client_id::")
                    )
                )
            );
            Assert.That(told.Environment.Keys, Has.None.Contains("GOOGLE").And.None.Contains("LINE"));
            Assert.That(
                run.One("aws:secretsmanager/secretVersion:SecretVersion", "neuraknot-oauth-version").Inputs["secretString"],
                Is.EqualTo(
                    """{"google_client_id":"123456789012-abc.apps.googleusercontent.com","google_client_secret":"secret-of-google","line_client_id":"1234567890"}"""
                )
            );
        }
    }

    [Test]
    public async Task Where_the_frontend_is_elsewhere_people_are_sent_there()
    {
        var settings = NeuraknotCase.Settings(StackEnvironment.Prod);
        var run = await NeuraknotCase.RunAsync(StackEnvironment.Prod, Elsewhere(settings));

        Assert.That(NeuraknotContainer.Of(run, "backend-go").Environment["PUBLIC_URL"], Is.EqualTo("https://app.example.org"));
    }

    [Test]
    public async Task Service_Connect_keeps_the_address()
    {
        var settings = NeuraknotCase.Settings(StackEnvironment.Prod) with { Mesh = new() { By = DiscoveryMode.ServiceConnect } };
        var run = await NeuraknotCase.RunAsync(
            StackEnvironment.Prod,
            settings with
            {
                Services = NeuraknotCase.Each(settings, service => service with { Cpu = 1024, MemoryMiB = 2048 }),
            }
        );

        Assert.That(
            NeuraknotContainer.Of(run, "backend-go").Environment["AI_URL"],
            Is.EqualTo("http://python-ai.neuraknot-prod.local:8000")
        );
    }

    [Test]
    public async Task No_stack_file_may_set_what_the_program_sets()
    {
        var settings = NeuraknotCase.Settings(StackEnvironment.Prod) with
        {
            Social = new SocialSettings
            {
                Google = new() { ClientId = "123456789012-abc.apps.googleusercontent.com" },
                Line = new() { ClientId = "1234567890" },
                X = new()
                {
                    ClientId = "shop",
                    Issuer = "https://bridge.example.com",
                    AuthorizeUrl = "https://bridge.example.com/authorize",
                    TokenUrl = "https://bridge.example.com/token",
                    UserInfoUrl = "https://bridge.example.com/userinfo",
                    JwksUrl = "https://bridge.example.com/jwks",
                },
            },
        };
        var told = NeuraknotContainer.Of(
            await NeuraknotCase.RunAsync(
                NeuraknotCase.Prod with
                {
                    Secrets = NeuraknotCase.Secrets("google", "line", "x"),
                },
                settings
            ),
            "backend-go"
        );

        // Those of port, log level and other services are refused by the service's own settings.
        Assert.That(
            told.Environment.Keys.Concat(told.Secrets.Keys).Except(["AI_URL", "LOG_LEVEL", "PORT"]),
            Is.EquivalentTo(NeuraknotVariables.Own)
        );
    }

    private static NeuraknotSettings Elsewhere(NeuraknotSettings settings) =>
        settings with
        {
            FrontendUrl = "https://app.example.org",
            Services = NeuraknotCase.Each(
                settings,
                (name, service) => service with { Enabled = name != NeuraknotServices.Frontend }
            ),
        };

    private static IEnumerable<KeyValuePair<string, string>> Pairs(params (string Key, string Value)[] pairs) =>
        pairs.Select(pair => KeyValuePair.Create(pair.Key, pair.Value));
}
