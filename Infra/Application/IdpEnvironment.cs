using System.Collections.Immutable;
using System.Globalization;
using Infra.Compute;
using Infra.Data;
using Infra.Security;
using Infra.Settings.IdpServer;
using Pulumi;

namespace Infra.Application;

/// <summary>The environment of idp-server: every variable its contract names, each exactly once, the secret ones as secrets.</summary>
internal static class IdpEnvironment
{
    private static readonly string[] PoolPrefixes =
    [
        "DB_WRITER",
        "DB_READER",
        "CONTROL_PLANE_DB_WRITER",
        "CONTROL_PLANE_DB_READER",
    ];

    /// <summary>The variables in plain text.</summary>
    public static ImmutableSortedDictionary<string, Input<string>> Of(IdpApplicationArgs args)
    {
        var settings = args.Settings;
        var all = ImmutableSortedDictionary.CreateBuilder<string, Input<string>>(StringComparer.Ordinal);
        all.AddRange(args.Tracing.Environment);
        Put(all, Server(args));
        Put(all, Redis);
        Put(all, Events);
        all["SERVER_URL"] = args.ServerUrl;
        all["REDIS_HOST"] = args.RedisHost;
        all["REDIS_PORT"] = Text(args.RedisPort);

        var writer = Url([args.WriterHost.ToOutput()]);
        var reader = args.ReaderHosts.IsEmpty ? writer : Url(args.ReaderHosts);
        foreach (var prefix in PoolPrefixes)
            Put(all, Pool(prefix, PoolSize(prefix, settings.Pools)));
        all["DB_WRITER_URL"] = all["CONTROL_PLANE_DB_WRITER_URL"] = writer;
        all["DB_READER_URL"] = all["CONTROL_PLANE_DB_READER_URL"] = reader;
        foreach (var endpoint in new[] { "WRITER", "READER" })
        {
            all[$"DB_{endpoint}_USER_NAME"] = DatabaseRoles.App;
            all[$"CONTROL_PLANE_DB_{endpoint}_USER_NAME"] = DatabaseRoles.Admin;
        }
        if (settings.AdminTenantId is { } tenant)
            all["ADMIN_TENANT_ID"] = tenant;
        return all.ToImmutable();
    }

    /// <summary>The variables that hold secrets.</summary>
    public static ImmutableSortedDictionary<string, SecretKey> Secrets(IdpApplicationArgs args) =>
        new Dictionary<string, SecretKey>
        {
            ["IDP_SERVER_API_KEY"] = new(args.ApiSecretArn, "api_key"),
            ["IDP_SERVER_API_SECRET"] = new(args.ApiSecretArn, "api_secret"),
            ["ENCRYPTION_KEY"] = new(args.ApiSecretArn, "encryption_key"),
            ["DB_WRITER_PASSWORD"] = new(args.DatabaseSecretArn, "app_password"),
            ["DB_READER_PASSWORD"] = new(args.DatabaseSecretArn, "app_password"),
            ["CONTROL_PLANE_DB_WRITER_PASSWORD"] = new(args.DatabaseSecretArn, "admin_password"),
            ["CONTROL_PLANE_DB_READER_PASSWORD"] = new(args.DatabaseSecretArn, "admin_password"),
            ["REDIS_CACHE_PASSWORD"] = new(args.RedisSecretArn, "auth_token"),
            ["REDIS_SESSION_PASSWORD"] = new(args.RedisSecretArn, "auth_token"),
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static Dictionary<string, string> Server(IdpApplicationArgs args) =>
        new()
        {
            ["DATABASE_TYPE"] = "POSTGRESQL",
            ["TIME_ZONE"] = "UTC",
            // The image's entry point sets JAVA_OPTS anew; this is the variable that the Java VM reads by itself.
            ["JAVA_TOOL_OPTIONS"] = string.Join(
                ' ',
                new[] { "-XX:MaxRAMPercentage=75", args.Tracing.JavaOption }.OfType<string>()
            ),
            ["IDP_SERVER_SHUTDOWN_DELAY"] = "5s",
            ["IDP_AUTH_SESSION_SAME_SITE"] = "Lax",
            ["IDP_AUTH_SESSION_SECURE"] = args.IsSecure ? "true" : "false",
            ["IDP_LOGGING_REQUEST_RESPONSE_ENABLED"] = "false", // tokens and passwords would be in the log
            ["LOGGING_LEVEL_ROOT"] = Settings.Word.Of(args.Settings.LogLevel),
            ["SERVER_TOMCAT_THREADS_MAX"] = "300",
            ["SERVER_TOMCAT_THREADS_MIN_SPARE"] = "50",
        };

    private static readonly Dictionary<string, string> Redis = new()
    {
        ["REDIS_CACHE_DATABASE"] = "1",
        ["REDIS_CACHE_TIMEOUT"] = "5000",
        ["REDIS_SESSION_DATABASE"] = "0",
        ["REDIS_SESSION_TIMEOUT"] = "5000",
        ["REDIS_MAX_TOTAL"] = "100",
        ["REDIS_MAX_IDLE"] = "10",
        ["REDIS_MIN_IDLE"] = "5",
        ["REDIS_SESSION_MAX_TOTAL"] = "100",
        ["REDIS_SESSION_MAX_IDLE"] = "10",
        ["REDIS_SESSION_MIN_IDLE"] = "5",
        ["CACHE_ENABLE"] = "true",
        ["CACHE_TIME_TO_LIVE_SECOND"] = "600",
        // A replica lags: what was just written is read from here.
        ["TOKEN_CACHE_ENABLED"] = "true",
        // Sessions must be where every task finds them.
        ["SESSION_REDIS_ENABLE"] = "true",
    };

    private static readonly Dictionary<string, string> Events = new()
    {
        ["SECURITY_EVENT_CORE_POOL_SIZE"] = "5",
        ["SECURITY_EVENT_MAX_POOL_SIZE"] = "30",
        ["SECURITY_EVENT_QUEUE_CAPACITY"] = "5000",
        ["USER_LIFECYCLE_EVENT_CORE_POOL_SIZE"] = "5",
        ["USER_LIFECYCLE_EVENT_MAX_POOL_SIZE"] = "10",
        ["USER_LIFECYCLE_EVENT_QUEUE_CAPACITY"] = "1000",
        ["AUDIT_LOG_CORE_POOL_SIZE"] = "5",
        ["AUDIT_LOG_MAX_POOL_SIZE"] = "30",
        ["AUDIT_LOG_QUEUE_CAPACITY"] = "5000",
    };

    private static int PoolSize(string prefix, PoolSettings pools) =>
        prefix switch
        {
            "DB_WRITER" => pools.Writer,
            "DB_READER" => pools.Reader,
            "CONTROL_PLANE_DB_WRITER" => pools.ControlPlaneWriter,
            _ => pools.ControlPlaneReader,
        };

    // Times in milliseconds; half an hour is less than the hour after which RDS and firewalls forget idle connections.
    private static Dictionary<string, string> Pool(string prefix, int size) =>
        new()
        {
            [$"{prefix}_MAX_POOL_SIZE"] = Text(size),
            [$"{prefix}_MIN_IDLE"] = Text(Math.Min(5, size)),
            [$"{prefix}_TIMEOUT"] = "30000",
            [$"{prefix}_IDLE_TIMEOUT"] = "600000",
            [$"{prefix}_MAX_LIFETIME"] = "1800000",
            [$"{prefix}_KEEPALIVE_TIME"] = "180000",
        };

    // RDS accepts TLS only. The image has no copy of RDS's certificate authorities, so the driver encrypts without checking the name.
    private static Output<string> Url(ImmutableArray<Output<string>> hosts) =>
        Output
            .All(hosts)
            .Apply(names =>
            {
                var servers = string.Join(',', names.Select(name => $"{name}:{TenantDatabase.Port}"));
                var balance = names.Length > 1 ? "&loadBalanceHosts=true" : "";
                return $"jdbc:postgresql://{servers}/{TenantDatabase.IdpDatabase}?sslmode=require{balance}";
            });

    private static void Put(ImmutableSortedDictionary<string, Input<string>>.Builder all, Dictionary<string, string> variables)
    {
        foreach (var (name, value) in variables)
            all.Add(name, value);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
