using System.Collections.Immutable;

namespace Infra.Tests.Application;

/// <summary>The variables that the application reads, from its public project; see <c>docs/systems/idp-server.md</c>.</summary>
internal static class IdpContract
{
    /// <summary>Without these it does not start.</summary>
    public static readonly ImmutableArray<string> Required =
    [
        "IDP_SERVER_API_KEY",
        "IDP_SERVER_API_SECRET",
        "ENCRYPTION_KEY",
        "DB_WRITER_USER_NAME",
        "DB_READER_USER_NAME",
        "DB_WRITER_PASSWORD",
        "DB_READER_PASSWORD",
        "CONTROL_PLANE_DB_WRITER_USER_NAME",
        "CONTROL_PLANE_DB_READER_USER_NAME",
        "CONTROL_PLANE_DB_WRITER_PASSWORD",
        "CONTROL_PLANE_DB_READER_PASSWORD",
    ];

    /// <summary>These must never be in plain text.</summary>
    public static readonly ImmutableArray<string> Secret =
    [
        "IDP_SERVER_API_KEY",
        "IDP_SERVER_API_SECRET",
        "ENCRYPTION_KEY",
        "DB_WRITER_PASSWORD",
        "DB_READER_PASSWORD",
        "CONTROL_PLANE_DB_WRITER_PASSWORD",
        "CONTROL_PLANE_DB_READER_PASSWORD",
        "REDIS_CACHE_PASSWORD",
        "REDIS_SESSION_PASSWORD",
    ];

    /// <summary>All that it reads, but <c>ADMIN_TENANT_ID</c>, for which a stack may keep the application's own.</summary>
    public static readonly ImmutableArray<string> All =
    [
        .. Required,
        "SERVER_URL",
        "DATABASE_TYPE",
        "DB_WRITER_URL",
        "DB_READER_URL",
        "CONTROL_PLANE_DB_WRITER_URL",
        "CONTROL_PLANE_DB_READER_URL",
        .. Pools(),
        "REDIS_HOST",
        "REDIS_PORT",
        "REDIS_CACHE_PASSWORD",
        "REDIS_SESSION_PASSWORD",
        "REDIS_CACHE_DATABASE",
        "REDIS_SESSION_DATABASE",
        "REDIS_MAX_TOTAL",
        "REDIS_MAX_IDLE",
        "REDIS_MIN_IDLE",
        "REDIS_SESSION_MAX_TOTAL",
        "REDIS_SESSION_MAX_IDLE",
        "REDIS_SESSION_MIN_IDLE",
        "REDIS_CACHE_TIMEOUT",
        "REDIS_SESSION_TIMEOUT",
        "CACHE_ENABLE",
        "CACHE_TIME_TO_LIVE_SECOND",
        "TOKEN_CACHE_ENABLED",
        "SESSION_REDIS_ENABLE",
        "IDP_SERVER_SHUTDOWN_DELAY",
        "IDP_AUTH_SESSION_SAME_SITE",
        "IDP_AUTH_SESSION_SECURE",
        "SERVER_TOMCAT_THREADS_MAX",
        "SERVER_TOMCAT_THREADS_MIN_SPARE",
        .. Queues(),
        "LOGGING_LEVEL_ROOT",
        "IDP_LOGGING_REQUEST_RESPONSE_ENABLED",
        "TIME_ZONE",
        "JAVA_TOOL_OPTIONS",
    ];

    private static IEnumerable<string> Pools() =>
        from pool in new[] { "DB_WRITER", "DB_READER", "CONTROL_PLANE_DB_WRITER", "CONTROL_PLANE_DB_READER" }
        from setting in new[] { "MAX_POOL_SIZE", "TIMEOUT", "MIN_IDLE", "IDLE_TIMEOUT", "MAX_LIFETIME", "KEEPALIVE_TIME" }
        select $"{pool}_{setting}";

    private static IEnumerable<string> Queues() =>
        from queue in new[] { "SECURITY_EVENT", "USER_LIFECYCLE_EVENT", "AUDIT_LOG" }
        from setting in new[] { "CORE_POOL_SIZE", "MAX_POOL_SIZE", "QUEUE_CAPACITY" }
        select $"{queue}_{setting}";
}
