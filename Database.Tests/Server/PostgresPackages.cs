namespace Database.Tests.Server;

/// <summary>What Debian's packages must have put on this machine for the tests to start a server of their own.</summary>
internal static class PostgresPackages
{
    /// <summary>Where Debian and Ubuntu keep the programs of version 15.</summary>
    public const string Programs = "/usr/lib/postgresql/15/bin";

    private const string Extensions = "/usr/share/postgresql/15/extension";

    private static readonly (string Package, string File)[] Needed =
    [
        ("postgresql-15", $"{Programs}/initdb"),
        ("postgresql-15-cron", $"{Extensions}/pg_cron.control"),
        ("postgresql-15-partman", $"{Extensions}/pg_partman.control"),
        ("busybox", "/bin/busybox"), // what the image of the jobs has for a shell
    ];

    /// <summary>What is missing and how to get it. Null: nothing is.</summary>
    public static string? Missing
    {
        get
        {
            var packages = Needed.Where(one => !File.Exists(one.File)).Select(one => one.Package).ToList();
            return packages.Count == 0 ? null : $"needs a PostgreSQL 15 server: apt-get install {string.Join(' ', packages)}";
        }
    }
}
