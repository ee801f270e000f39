namespace Infra.Cli.Operations.Calls;

/// <summary>The calls to RDS.</summary>
internal static class DatabaseCalls
{
    /// <summary>An instance as it is.</summary>
    public static string[] Describe(string identifier) =>
        ["rds", "describe-db-instances", "--db-instance-identifier", identifier];

    /// <summary>How far back its automated backups go.</summary>
    public static string[] Backups(string identifier) =>
        ["rds", "describe-db-instance-automated-backups", "--db-instance-identifier", identifier];

    /// <summary>Another name, at once. The host name follows it.</summary>
    public static string[] Rename(string identifier, string name) =>
        [
            "rds",
            "modify-db-instance",
            "--db-instance-identifier",
            identifier,
            "--new-db-instance-identifier",
            name,
            "--apply-immediately",
        ];

    /// <summary>A proxy without its instance.</summary>
    public static string[] LeaveProxy(string proxy, string identifier) =>
        ["rds", "deregister-db-proxy-targets", "--db-proxy-name", proxy, "--db-instance-identifiers", identifier];

    /// <summary>A proxy in front of an instance.</summary>
    public static string[] JoinProxy(string proxy, string identifier) =>
        ["rds", "register-db-proxy-targets", "--db-proxy-name", proxy, "--db-instance-identifiers", identifier];

    /// <summary>Waits until an instance is available.</summary>
    public static string[] Wait(string identifier) =>
        ["rds", "wait", "db-instance-available", "--db-instance-identifier", identifier];

    /// <summary>Stops it.</summary>
    public static string[] Stop(string identifier) => ["rds", "stop-db-instance", "--db-instance-identifier", identifier];

    /// <summary>Starts it.</summary>
    public static string[] Start(string identifier) => ["rds", "start-db-instance", "--db-instance-identifier", identifier];
}
