using Infra.Compute;
using Infra.Settings;
using Infra.Settings.IdpServer;
using Pulumi;

namespace Infra.Tests.Application;

public sealed class IdpEnvironmentTests
{
    [Test]
    public async Task Every_variable_of_the_contract_is_there_exactly_once()
    {
        var container = await ApplicationCase.DefinitionAsync(ApplicationCase.Args() with { Tracing = new(), Sidecars = [] });

        // Reading into dictionaries refuses a name that is there twice.
        var names = ApplicationCase.Environment(container).Keys.Concat(ApplicationCase.Secrets(container).Keys);
        Assert.That(names, Is.EquivalentTo(IdpContract.All));
    }

    [Test]
    public async Task What_is_secret_comes_from_the_key_of_a_secret()
    {
        var container = await ApplicationCase.DefinitionAsync(ApplicationCase.Args());

        Assert.That(
            ApplicationCase.Secrets(container),
            Is.EquivalentTo(
                new Dictionary<string, string>
                {
                    ["IDP_SERVER_API_KEY"] = "arn:api:api_key::",
                    ["IDP_SERVER_API_SECRET"] = "arn:api:api_secret::",
                    ["ENCRYPTION_KEY"] = "arn:api:encryption_key::",
                    ["DB_WRITER_PASSWORD"] = "arn:db:app_password::",
                    ["DB_READER_PASSWORD"] = "arn:db:app_password::",
                    ["CONTROL_PLANE_DB_WRITER_PASSWORD"] = "arn:db:admin_password::",
                    ["CONTROL_PLANE_DB_READER_PASSWORD"] = "arn:db:admin_password::",
                    ["REDIS_CACHE_PASSWORD"] = "arn:redis:auth_token::",
                    ["REDIS_SESSION_PASSWORD"] = "arn:redis:auth_token::",
                }
            )
        );
    }

    [Test]
    public async Task Writers_go_to_the_primary_and_readers_to_the_replica_as_their_own_users()
    {
        var environment = ApplicationCase.Environment(await ApplicationCase.DefinitionAsync(ApplicationCase.Args()));

        const string Writer = "jdbc:postgresql://writer.db:5432/idpserver?sslmode=require";
        const string Reader = "jdbc:postgresql://reader.db:5432/idpserver?sslmode=require";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(environment["DB_WRITER_URL"], Is.EqualTo(Writer));
            Assert.That(environment["CONTROL_PLANE_DB_WRITER_URL"], Is.EqualTo(Writer));
            Assert.That(environment["DB_READER_URL"], Is.EqualTo(Reader));
            Assert.That(environment["CONTROL_PLANE_DB_READER_URL"], Is.EqualTo(Reader));
            Assert.That(environment["DB_WRITER_USER_NAME"], Is.EqualTo("idp_app_user"));
            Assert.That(environment["DB_READER_USER_NAME"], Is.EqualTo("idp_app_user"));
            Assert.That(environment["CONTROL_PLANE_DB_WRITER_USER_NAME"], Is.EqualTo("idp_admin_user"));
            Assert.That(environment["CONTROL_PLANE_DB_READER_USER_NAME"], Is.EqualTo("idp_admin_user"));
        }
    }

    [Test]
    public async Task Readers_share_several_replicas_and_use_the_primary_when_there_is_none()
    {
        var two = ApplicationCase.Args() with { ReaderHosts = [Output.Create("r1.db"), Output.Create("r2.db")] };
        var none = ApplicationCase.Args() with { ReaderHosts = [] };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                ApplicationCase.Environment(await ApplicationCase.DefinitionAsync(two))["DB_READER_URL"],
                Is.EqualTo("jdbc:postgresql://r1.db:5432,r2.db:5432/idpserver?sslmode=require&loadBalanceHosts=true")
            );
            Assert.That(
                ApplicationCase.Environment(await ApplicationCase.DefinitionAsync(none))["DB_READER_URL"],
                Is.EqualTo("jdbc:postgresql://writer.db:5432/idpserver?sslmode=require")
            );
        }
    }

    [Test]
    public async Task Settings_reach_the_application()
    {
        var settings = new ServiceSettings
        {
            LogLevel = LogLevel.Warn,
            AdminTenantId = "67e7eae6-62b0-4500-9eff-87459f63fc66",
            Pools = new()
            {
                Writer = 3,
                Reader = 9,
                ControlPlaneWriter = 2,
                ControlPlaneReader = 7,
            },
        };

        var environment = ApplicationCase.Environment(
            await ApplicationCase.DefinitionAsync(ApplicationCase.Args() with { Settings = settings })
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(environment["SERVER_URL"], Is.EqualTo("https://idp.example.com"));
            Assert.That(environment["LOGGING_LEVEL_ROOT"], Is.EqualTo("warn"));
            Assert.That(environment["ADMIN_TENANT_ID"], Is.EqualTo("67e7eae6-62b0-4500-9eff-87459f63fc66"));
            Assert.That(environment["DB_WRITER_MAX_POOL_SIZE"], Is.EqualTo("3"));
            Assert.That(environment["DB_WRITER_MIN_IDLE"], Is.EqualTo("3"), "never more than the pool holds");
            Assert.That(environment["DB_READER_MAX_POOL_SIZE"], Is.EqualTo("9"));
            Assert.That(environment["CONTROL_PLANE_DB_WRITER_MAX_POOL_SIZE"], Is.EqualTo("2"));
            Assert.That(environment["CONTROL_PLANE_DB_READER_MAX_POOL_SIZE"], Is.EqualTo("7"));
            Assert.That(environment["IDP_LOGGING_REQUEST_RESPONSE_ENABLED"], Is.EqualTo("false"));
            Assert.That(environment["SESSION_REDIS_ENABLE"], Is.EqualTo("true"));
        }
    }

    [TestCase(true, "true"), TestCase(false, "false")]
    public async Task The_sessions_cookie_needs_TLS_where_there_is_some(bool isSecure, string value)
    {
        var container = await ApplicationCase.DefinitionAsync(ApplicationCase.Args() with { IsSecure = isSecure });

        Assert.That(ApplicationCase.Environment(container)["IDP_AUTH_SESSION_SECURE"], Is.EqualTo(value));
    }

    [TestCase("Off", "-XX:MaxRAMPercentage=75")]
    [TestCase("XrayDaemon", "-XX:MaxRAMPercentage=75")]
    [TestCase("Adot", "-XX:MaxRAMPercentage=75 -javaagent:/otel/javaagent.jar")]
    public async Task The_Java_VM_takes_three_quarters_and_an_agent_where_there_is_one(string mode, string options)
    {
        var tracing = Tracing.Of(Enum.Parse<TracingMode>(mode), "idp-server", "ap-northeast-1", 5);

        var container = await ApplicationCase.DefinitionAsync(ApplicationCase.Args() with { Tracing = tracing });

        Assert.That(ApplicationCase.Environment(container)["JAVA_TOOL_OPTIONS"], Is.EqualTo(options));
    }
}
