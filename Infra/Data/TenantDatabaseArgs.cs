using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Infra.Scheduling;
using Infra.Security;
using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Data;

/// <summary>What a <see cref="TenantDatabase"/> needs.</summary>
internal sealed partial record TenantDatabaseArgs
{
    // What RDS itself knows: storage of gp3, replicas of one instance, days of automated backups.
    private const int LeastStorageGiB = 20;
    private const int MostStorageGiB = 65_536;
    private const int MostReplicas = 5; // RDS makes fifteen; the specification asks for five
    private const int MostBackupDays = 35;
    private const int LeastWindowMinutes = 30;
    private const int LeastConnections = 20;

    private static readonly ImmutableArray<string> LogKinds = ["postgresql", "upgrade"];

    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>What the instance is called behind the stack's prefix, its replicas with <c>-replica</c> behind it. Default: <c>postgresql</c>.</summary>
    public string Role { get; init; } = "postgresql";

    /// <summary>Subnets in two zones or more, without a way to the internet.</summary>
    public required ImmutableArray<Input<string>> SubnetIds { get; init; }

    /// <summary>The zones of those subnets; replicas are spread over them, beginning with the last.</summary>
    public required ImmutableArray<string> Zones { get; init; }

    /// <summary>The security group.</summary>
    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>The key that encrypts storage, insights, logs and, where RDS keeps it, the master password.</summary>
    public required Input<string> KeyArn { get; init; }

    /// <summary>Where the master password comes from. Default: RDS makes and keeps it, which it does without replicas only.</summary>
    public GeneratedMasterPassword? MasterPassword { get; init; }

    /// <summary>The database that RDS makes in the instance. Default: that of idp-server.</summary>
    public string DatabaseName { get; init; } = TenantDatabase.IdpDatabase;

    /// <summary>The master user. Default: that of idp-server.</summary>
    public string MasterUsername { get; init; } = DatabaseRoles.Master;

    /// <summary>Version of PostgreSQL. Default: 15, of which RDS picks and keeps up the minor version.</summary>
    public string EngineVersion { get; init; } = "15";

    /// <summary>Default: 4 vCPUs and 32 GiB on Graviton.</summary>
    public string InstanceClass { get; init; } = "db.r6g.xlarge";

    /// <summary>Storage to begin with. Default: 100 GiB.</summary>
    public int StorageGiB { get; init; } = 100;

    /// <summary>Storage up to which RDS grows by itself. Default: 500 GiB; 0 does not grow.</summary>
    public int MaxStorageGiB { get; init; } = 500;

    /// <summary>Default: true. A standby in another zone takes over within a minute or two.</summary>
    public bool MultiAz { get; init; } = true;

    /// <summary>Copies that serve reads. Default: none.</summary>
    public int ReadReplicas { get; init; }

    /// <summary>Default: 2 vCPUs and 16 GiB on Graviton.</summary>
    public string ReplicaClass { get; init; } = "db.r6g.large";

    /// <summary>Days for which every moment can be restored. Default: 7. Without backups there is neither protection nor a replica.</summary>
    public int BackupDays { get; init; } = 7;

    /// <summary>When the daily backup runs, in UTC. Default: two in the morning in Tokyo.</summary>
    public string BackupWindow { get; init; } = "17:00-17:30";

    /// <summary>When RDS may restart it, in UTC. Default: Monday, three in the morning in Tokyo.</summary>
    public string MaintenanceWindow { get; init; } = "sun:18:00-sun:19:00";

    /// <summary>Default: 200. Replicas have the same, or they could not replay what the primary did.</summary>
    public int MaxConnections { get; init; } = 200;

    /// <summary>Statements that take longer are logged. Default: a second.</summary>
    public int SlowQueryMilliseconds { get; init; } = 1000;

    /// <summary>Which logs go to CloudWatch. Default: both that there are, of statements and errors and of upgrades.</summary>
    public ImmutableArray<string> Logs { get; init; } = LogKinds;

    /// <summary>Whether pg_cron runs jobs in the database. Default: true; off where nothing is scheduled, it takes memory of small ones.</summary>
    public bool Schedules { get; init; } = true;

    /// <summary>How long PostgreSQL's log is kept. Default: a month.</summary>
    public int LogRetentionDays { get; init; } = 30;

    /// <summary>Default: false, so that changes that restart it wait for the maintenance window.</summary>
    public bool ApplyImmediately { get; init; }

    /// <summary>The value of the tag <c>Backup</c> by which AWS Backup finds the primary. Default: no tag.</summary>
    public string? BackupTag { get; init; }

    /// <summary>Default: true. Refuses deletion, in Pulumi and in RDS, and leaves a final snapshot when it is lifted.</summary>
    public bool Protect { get; init; } = true;

    /// <summary>Default: false. The database stays in the account when it leaves the stack.</summary>
    public bool RetainOnDelete { get; init; }

    /// <summary>The family of its parameters, <c>postgres15</c>.</summary>
    public string Family => $"postgres{EngineVersion.Split('.')[0]}";

    /// <summary>What RDS or this program refuses.</summary>
    public IEnumerable<Problem> Validate() => [.. Sizes(), .. Copies(), .. Windows()];

    private IEnumerable<Problem> Sizes()
    {
        foreach (var (path, word) in new[] { ("databaseName", DatabaseName), ("masterUsername", MasterUsername) })
            if (!Word().IsMatch(word))
                yield return new(path, word, "a letter, then up to 62 letters, digits and _", "PostgreSQL takes nothing else");
        if (!Version().IsMatch(EngineVersion))
            yield return new(
                "engineVersion",
                EngineVersion,
                "14 to 17, or one with its minor version such as 15.8",
                "idp-server needs PostgreSQL 14"
            );
        foreach (var (path, type) in new[] { ("instanceClass", InstanceClass), ("replicaClass", ReplicaClass) })
            if (!DatabaseInstance.IsClass(type))
                yield return new(
                    path,
                    type,
                    "a class such as db.r6g.large or db.t4g.micro",
                    "classes smaller than large are burstable ones"
                );
        if (StorageGiB is < LeastStorageGiB or > MostStorageGiB)
            yield return new("storageGiB", StorageGiB, $"{LeastStorageGiB} to {MostStorageGiB}", "gp3 storage has these sizes");
        if (MaxStorageGiB != 0 && MaxStorageGiB < StorageGiB + (StorageGiB + 9) / 10)
            yield return new(
                "maxStorageGiB",
                MaxStorageGiB,
                $"{StorageGiB + (StorageGiB + 9) / 10} or more, a tenth above storageGiB, or 0",
                "0 keeps the storage from growing"
            );
        if (MaxConnections is < LeastConnections or > 5000)
            yield return new("maxConnections", MaxConnections, "20 to 5000", "each one takes about 10 MB of memory");
        foreach (var (path, type) in Classes())
            if (InstanceShape.Of(type) is { } shape && MaxConnections <= 5000 && MaxConnections > shape.MostConnections)
                yield return new(
                    "maxConnections",
                    MaxConnections,
                    $"{LeastConnections} to {shape.MostConnections} on {path} {type}",
                    $"{shape.Sum}; lower it or take a larger class"
                );
        foreach (var log in Logs.Where(log => !LogKinds.Contains(log)))
            yield return Problem.UnknownKey("logs", log, LogKinds);
    }

    private IEnumerable<(string Path, string Type)> Classes()
    {
        yield return ("instanceClass", InstanceClass);
        if (ReadReplicas > 0)
            yield return ("replicaClass", ReplicaClass);
    }

    private IEnumerable<Problem> Copies()
    {
        if (SubnetIds.Length < 2)
            yield return new("subnetIds", SubnetIds.Length, "2 or more, in different zones", "RDS demands two zones");
        if (ReadReplicas is < 0 or > MostReplicas)
            yield return new("readReplicas", ReadReplicas, $"0 to {MostReplicas}", "raise replicaClass instead");
        if (ReadReplicas > 0 && MasterPassword is null)
            yield return new(
                "masterPassword",
                "managed",
                $"generated while readReplicas is {ReadReplicas}",
                "RDS for PostgreSQL makes no replica of an instance whose password it manages; set readReplicas: 0 to keep it managed"
            );
        if (BackupDays is < 0 or > MostBackupDays)
            yield return new("backupDays", BackupDays, $"0 to {MostBackupDays}", "AWS Backup keeps copies for longer");
        if (BackupDays == 0 && Protect)
            yield return new(
                "backupDays",
                BackupDays,
                "1 to 35 while protect is true",
                "set protect: false to go without backups"
            );
        if (BackupDays == 0 && ReadReplicas > 0)
            yield return new(
                "backupDays",
                BackupDays,
                $"1 to 35 while readReplicas is {ReadReplicas}",
                "a replica begins as a backup"
            );
    }

    private IEnumerable<Problem> Windows()
    {
        var backup = UtcWindow.Parse(BackupWindow);
        var maintenance = UtcWindow.Parse(MaintenanceWindow);
        if (backup is not { IsWeekly: false, Minutes: >= LeastWindowMinutes })
            yield return new(
                "backupWindow",
                BackupWindow,
                "hh:mm-hh:mm in UTC, half an hour at least",
                "for example 17:00-17:30"
            );
        if (maintenance is not { IsWeekly: true, Minutes: >= LeastWindowMinutes })
            yield return new(
                "maintenanceWindow",
                MaintenanceWindow,
                "ddd:hh:mm-ddd:hh:mm in UTC, half an hour at least",
                "for example sun:18:00-sun:19:00"
            );
        if (backup is not null && maintenance?.Overlaps(backup) == true)
            yield return new(
                "backupWindow",
                BackupWindow,
                $"a time outside {MaintenanceWindow}, the maintenance window",
                "RDS refuses windows that overlap"
            );
    }

    [GeneratedRegex("^[a-zA-Z][a-zA-Z0-9_]{0,62}$")]
    private static partial Regex Word();

    [GeneratedRegex(@"^1[4-7](\.\d{1,2})?$")]
    private static partial Regex Version();
}
