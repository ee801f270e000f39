using System.Globalization;
using Engine.Values;
using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>RDS instances: whether they survive a failure, a mistake, and their own growth. Replicas hold nothing of their own and are left out.</summary>
internal sealed class DatabaseRecoveryRules : GuardrailTable
{
    // What Security Hub asks of RDS.11.
    private const int ShortestBackupDays = 7;

    // The oldest major versions in RDS standard support: PostgreSQL 13 left it in February 2026, MySQL 8.0 in July 2026.
    private static readonly Dictionary<string, double> Oldest = new(StringComparer.Ordinal)
    {
        ["postgres"] = 14,
        ["mysql"] = 8.4,
    };

    private static readonly string[] InheritedByReplicas =
    [
        "dbName",
        "username",
        "password",
        "passwordWo",
        "manageMasterUserPassword",
    ];

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("RDS.5", Grade.Medium, Databases.Instance, "Databases have a standby in another Availability Zone")
            {
                Reason = "When the zone fails, or at a change of hardware, the database is away until a snapshot is restored.",
                Fix = "Set multiAz: true. It doubles the price of the instance and its storage; turning it on needs no downtime.",
                Also = ["CIS 2.2.4", "CKV_AWS_157", "AwsSolutions-RDS3"],
                When = IsPrimary,
                Check = database => database.Is("multiAz", true),
            },
            new("RDS.8", Grade.Low, Databases.Instance, "Databases cannot be deleted by one command")
            {
                Reason = "One wrong replacement or destroy, and the data is what the last snapshot was.",
                Fix = "Set deletionProtection: true. To delete the database on purpose, turn it off in a deployment of its own.",
                Also = ["CKV_AWS_293", "AwsSolutions-RDS10"],
                When = IsPrimary,
                Check = database => database.Is("deletionProtection", true),
            },
            new("RDS.11", Grade.Medium, Databases.Instance, "Databases are backed up for seven days or more")
            {
                Reason = "A mistake that is found after a long weekend can no longer be undone.",
                Fix = "Set backupRetentionPeriod to 7 to 35 (days). Backups up to the size of the database cost nothing.",
                Also = ["CKV_AWS_133", "AwsSolutions-RDS13"],
                When = IsPrimary,
                Check = database => database.AtLeast("backupRetentionPeriod", ShortestBackupDays),
            },
            new("RDS.13", Grade.High, Databases.Instance, "Databases take minor versions by themselves")
            {
                Reason = "Security repairs of the engine come as minor versions, and wait until somebody remembers.",
                Fix = "Leave autoMinorVersionUpgrade at true, and name only the major version in engineVersion.",
                Also = ["CIS 2.2.2", "CKV_AWS_226"],
                Check = database => database.Is("autoMinorVersionUpgrade", true, absent: true),
            },
            new("RDS.17", Grade.Low, Databases.Instance, "Snapshots carry the tags of their database")
            {
                Reason = "Nobody knows whose snapshot it is, what it costs whom, and rules by tag do not hold for it.",
                Fix = "Set copyTagsToSnapshot: true.",
                Also = ["CKV2_AWS_60"],
                When = IsPrimary,
                Check = database => database.Is("copyTagsToSnapshot", true),
            },
            new("RDS.26", Grade.Medium, Databases.Instance, "A backup plan takes the database")
            {
                Reason = "Automated backups end with the instance and with 35 days; only a vault keeps copies that outlive both.",
                Fix = "Add aws.backup plan, vault and selection, and give the database the tag that the selection asks for.",
                When = IsPrimary,
                Check = database =>
                    Verdict.Any(
                        database
                            .Stack.All(BackupSelections.Selection)
                            .Select(selection =>
                                Judgement.Unless(
                                    !BackupSelections.Takes(selection, database),
                                    $"tags: got none that {selection.Name} takes, want them",
                                    $"what {selection.Name} takes"
                                )
                            ),
                        "backup: got no selection of AWS Backup in this stack, want one that takes the database"
                    ),
            },
            new("rds-final-snapshot", Grade.Medium, Databases.Instance, "Deleting a database leaves a last snapshot")
            {
                Reason = "A replacement or a destroy takes everything since the last backup with it.",
                Fix = "Set skipFinalSnapshot: false and finalSnapshotIdentifier to a name that is not used twice.",
                When = IsPrimary,
                Check = database =>
                    database.Is("skipFinalSnapshot", false)
                    & database.IsSet("finalSnapshotIdentifier", "a name for the last snapshot"),
            },
            new("rds-backups-outlive", Grade.Low, Databases.Instance, "Automated backups outlive their database")
            {
                Reason = "They are gone in the moment the instance is, and with them any point in time to go back to.",
                Fix = "Set deleteAutomatedBackups: false. They are kept, and paid for, until they run out.",
                When = IsPrimary,
                Check = database => database.Is("deleteAutomatedBackups", false, absent: true),
            },
            new("rds-windows", Grade.Low, Databases.Instance, "Backups and maintenance have hours of their own")
            {
                Reason = "AWS picks hours by itself, in the middle of somebody's day, and refuses windows that overlap.",
                Fix = "Set backupWindow and maintenanceWindow, both in UTC, half an hour or more each, apart from each other.",
                When = IsPrimary,
                Check = database => database.HasApart("backupWindow", "maintenanceWindow"),
            },
            new("rds-storage-growth", Grade.Medium, Databases.Instance, "Storage grows before it is full")
            {
                Reason = "A full disk stops the database; it can be enlarged only once in six hours.",
                Fix = "Set maxAllocatedStorage above allocatedStorage (GiB). Storage never shrinks again.",
                When = IsPrimary,
                Check = database =>
                    database.Ask(
                        "maxAllocatedStorage",
                        value => value.Number > (database["allocatedStorage"].Number ?? 0),
                        $"more than the {Checks.Quoted(database["allocatedStorage"])} GiB that it starts with"
                    ),
            },
            new("rds-subnet-zones", Grade.Medium, Databases.SubnetGroup, "Database subnets lie in two Availability Zones or more")
            {
                Reason = "RDS refuses a group in one zone, and a standby or a replica has no other place to be.",
                Fix = "Set subnetIds to one subnet of each zone.",
                FollowsReferences = true,
                Check = group => group.SpansZones("subnetIds"),
            },
            new("rds-engine-version", Grade.High, Databases.Instance, "Engines are of a version in standard support")
            {
                Reason =
                    "After standard support AWS charges for each vCPU and hour, as much as a small instance costs, or upgrades at an hour of its own.",
                Fix =
                    "Set engineVersion to a newer major version, with allowMajorVersionUpgrade: true and a test on a copy first.",
                When = database => IsPrimary(database) && Oldest.ContainsKey(database["engine"].Text ?? ""),
                Check = database =>
                    database.Ask(
                        "engineVersion",
                        value => Version(value.Text) >= Oldest[database["engine"].Text!],
                        $"{Checks.Quoted(database["engine"])} {Oldest[database["engine"].Text!].ToString(CultureInfo.InvariantCulture)} or newer"
                    ),
            },
            new("rds-replica-source", Grade.High, Databases.Instance, "The source of a replica is backed up")
            {
                Reason = "RDS makes replicas from backups and refuses one of an instance that has none.",
                Fix = "Set backupRetentionPeriod of the source to 1 or more.",
                When = replica => Databases.SourcesOf(replica).Any(),
                Check = replica =>
                    Verdict.All(
                        Databases
                            .SourcesOf(replica)
                            .Select(source => Judgement.Of(source.Name, source.AtLeast("backupRetentionPeriod", 1)))
                    ),
            },
            new("rds-replica-inherits", Grade.Medium, Databases.Instance, "Replicas leave what they inherit to their source")
            {
                Reason = "AWS refuses some of it, and ignores the rest: the program says something that is not so.",
                Fix = "Remove dbName, username and every password from the replica; it has those of its source.",
                When = Databases.IsReplica,
                Check = replica =>
                    Verdict.All(
                        InheritedByReplicas.Select(property =>
                            Verdict.Of(replica[property].IsMissing, $"{property}: got one of its own, want that of its source")
                        )
                    ),
            },
        ];

    private static bool IsPrimary(Resource database) => !Databases.IsReplica(database);

    // 15.4 and 8.4.3 as 15.4 and 8.4.
    private static double? Version(string? text) =>
        new Value(new StringValue(string.Join('.', (text ?? "").Split('.').Take(2)))).Number;
}
