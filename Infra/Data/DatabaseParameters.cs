using System.Collections.Immutable;

namespace Infra.Data;

/// <summary>One parameter of PostgreSQL as RDS takes it.</summary>
/// <param name="Name">PostgreSQL's own name for it.</param>
/// <param name="Value">A value, or a formula of RDS in braces.</param>
/// <param name="IsStatic">Whether it waits for a restart; RDS refuses to apply at once what takes one.</param>
internal sealed record DatabaseParameter(string Name, string Value, bool IsStatic);

/// <summary>The parameters of the database.</summary>
internal static class DatabaseParameters
{
    /// <summary>All of them, by name.</summary>
    /// <param name="maxConnections">Connections that the server accepts.</param>
    /// <param name="slowQueryMilliseconds">Statements that take longer are logged.</param>
    /// <param name="schedules">Whether pg_cron runs jobs.</param>
    public static ImmutableArray<DatabaseParameter> All(int maxConnections, int slowQueryMilliseconds, bool schedules) =>
        [
            .. schedules ? [new("cron.database_name", "postgres", IsStatic: true)] : Array.Empty<DatabaseParameter>(),
            // RDS counts memory in bytes and PostgreSQL takes pages of 8 KiB: three quarters and a quarter of the memory are
            // bytes * 3 / 4 / 8192 and bytes / 4 / 8192. The source divides by 4 only, and such an instance does not start.
            new("effective_cache_size", "{DBInstanceClassMemory*3/32768}", IsStatic: false),
            new("log_min_duration_statement", $"{slowQueryMilliseconds}", IsStatic: false),
            // The source applies it at once, which RDS refuses: it takes a restart.
            new("max_connections", $"{maxConnections}", IsStatic: true),
            // Waits for a restart though it takes none: 1 is what PostgreSQL 15 has anyway, and RDS keeps pending-reboot for a parameter that
            // has its default. Anything else shows as a difference for ever.
            new("rds.force_ssl", "1", IsStatic: true),
            new("shared_buffers", "{DBInstanceClassMemory/32768}", IsStatic: true),
            new("shared_preload_libraries", schedules ? "pg_stat_statements,pg_cron" : "pg_stat_statements", IsStatic: true),
        ];
}
