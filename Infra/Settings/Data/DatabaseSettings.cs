using System.Collections.Immutable;
using Infra.Data;
using Infra.Validation;
using Pulumi;

namespace Infra.Settings.Data;

/// <summary>Settings of the database.</summary>
internal sealed record DatabaseSettings
{
    [Setting(
        "Version of PostgreSQL: the major version, of which RDS keeps up the minor one, or a whole one.",
        Form = "14 to 17, or one with its minor version such as 15.8",
        Pattern = @"^1[4-7](\.\d{1,2})?$"
    )]
    public string EngineVersion { get; init; } = "15";

    [Setting("The class of the primary.", Form = "a class such as db.r6g.xlarge", Pattern = @"^db\.[a-z0-9]+\.[a-z0-9]+$")]
    public string InstanceClass { get; init; } = "db.r6g.xlarge";

    [Setting("Storage to begin with.", Unit = "GiB", Min = 20, Max = 65_536)]
    public int StorageGiB { get; init; } = 100;

    [Setting("Storage up to which RDS grows by itself; 0 does not grow.", Unit = "GiB", Min = 0, Max = 65_536)]
    public int MaxStorageGiB { get; init; } = 500;

    [Setting("Whether a standby in another zone takes over when the primary is lost.")]
    public bool MultiAz { get; init; } = true;

    [Setting("Copies that serve reads.", Min = 0, Max = 5)]
    public int ReadReplicas { get; init; } = 1;

    [Setting("The class of the copies.", Form = "a class such as db.r6g.large", Pattern = @"^db\.[a-z0-9]+\.[a-z0-9]+$")]
    public string ReplicaClass { get; init; } = "db.r6g.large";

    [Setting("Days for which every moment can be restored; 0 makes no backups.", Unit = "days", Min = 0, Max = 35)]
    public int BackupDays { get; init; } = 7;

    [Setting("When the daily backup runs, in UTC. 17:00 is two in the morning in Tokyo.", Form = "hh:mm-hh:mm in UTC")]
    public string BackupWindow { get; init; } = "17:00-17:30";

    [Setting(
        "When RDS may restart the database, in UTC. sun:18:00 is Monday, three in the morning in Tokyo.",
        Form = "ddd:hh:mm-ddd:hh:mm in UTC"
    )]
    public string MaintenanceWindow { get; init; } = "sun:18:00-sun:19:00";

    [Setting("Connections that the database accepts.", Min = 20, Max = 5000)]
    public int MaxConnections { get; init; } = 200;

    [Setting("Statements that take longer are logged.", Unit = "milliseconds", Min = 0, Max = 3_600_000)]
    public int SlowQueryMilliseconds { get; init; } = 1000;

    [Setting("Whether changes that restart the database are made at once instead of in the maintenance window.")]
    public bool ApplyImmediately { get; init; }

    [Setting("Whether the database stays in the account when it leaves the stack.")]
    public bool RetainOnDelete { get; init; }

    [Setting(
        "Who keeps the master password. managed: RDS makes and rotates it, and no state ever holds it; PostgreSQL refuses replicas of such "
            + "an instance. generated: the program makes it and keeps it in the secret db-master."
    )]
    public MasterPassword MasterPassword { get; init; } = MasterPassword.Generated;

    [Setting("Version of a generated master password. Raising it makes a new one.", Min = 1, Max = 1_000_000)]
    public int MasterPasswordVersion { get; init; } = 1;

    [LogRetention("How long PostgreSQL's log is kept.")]
    public int LogRetentionDays { get; init; } = 30;

    /// <summary>The same as the component takes it.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="zones">The zones of the network.</param>
    /// <param name="protect">Whether the stack refuses to lose data.</param>
    /// <param name="wiring">What other resources give.</param>
    public TenantDatabaseArgs ToArgs(StackContext context, ImmutableArray<string> zones, bool protect, DatabaseWiring wiring) =>
        new()
        {
            Context = context,
            SubnetIds = wiring.SubnetIds,
            Zones = zones,
            SecurityGroupId = wiring.SecurityGroupId,
            KeyArn = wiring.KeyArn,
            MasterPassword = wiring.MasterPassword is { } password ? new(password, MasterPasswordVersion) : null,
            EngineVersion = EngineVersion,
            InstanceClass = InstanceClass,
            StorageGiB = StorageGiB,
            MaxStorageGiB = MaxStorageGiB,
            MultiAz = MultiAz,
            ReadReplicas = ReadReplicas,
            ReplicaClass = ReplicaClass,
            BackupDays = BackupDays,
            BackupWindow = BackupWindow,
            MaintenanceWindow = MaintenanceWindow,
            MaxConnections = MaxConnections,
            SlowQueryMilliseconds = SlowQueryMilliseconds,
            LogRetentionDays = LogRetentionDays,
            ApplyImmediately = ApplyImmediately,
            BackupTag = wiring.BackupTag,
            Protect = protect,
            RetainOnDelete = RetainOnDelete,
        };

    /// <summary>What the bounds alone cannot say: all that the component would refuse.</summary>
    public IEnumerable<Problem> Validate(StackContext context, ImmutableArray<string> zones, bool protect)
    {
        var password = MasterPassword == MasterPassword.Generated ? Output.Create("") : null;
        return ToArgs(context, zones, protect, new([.. zones.Select(zone => (Input<string>)zone)], "", "", password, null))
            .Validate();
    }
}
