using System.Collections.Immutable;
using Infra.Security;
using Infra.Validation;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Rds;
using Pulumi.Aws.Rds.Inputs;
using Pulumi.Random;

namespace Infra.Data;

/// <summary>
/// The PostgreSQL in which all tenants live: private, encrypted, with a standby, copies that serve reads, and logs. Row level security keeps
/// the tenants apart; <c>database/</c> has the SQL for it.
/// </summary>
internal sealed class TenantDatabase : ComponentResource
{
    /// <summary>The port of PostgreSQL.</summary>
    public const int Port = 5432;

    /// <summary>The database that the application uses. RDS makes it, with the master user as its owner.</summary>
    public const string IdpDatabase = "idpserver";

    // Kept for free; longer costs, and Database Insights shows no more. On every class: the smallest ones are closed to it for MySQL and
    // MariaDB only.
    private const int InsightsDays = 7;
    private const int MonitoringSeconds = 60;

    private readonly string _name;
    private readonly TenantDatabaseArgs _args;
    private readonly CustomResourceOptions _kept;

    /// <summary>The host name of the primary, which stays the same when the standby takes over.</summary>
    [Output("address")]
    public Output<string> Address { get; }

    /// <summary>The host names of the copies, in the order of their names; none where there is no copy.</summary>
    public ImmutableArray<Output<string>> ReplicaAddresses { get; }

    /// <summary>The secret in which RDS keeps the master password; nothing where it is generated.</summary>
    public Output<string>? ManagedSecretArn { get; }

    /// <summary>The identifier of the primary, known before anything is deployed.</summary>
    public string Identifier { get; }

    /// <summary>The same, known once the primary is there: what must wait for it takes this one.</summary>
    public Output<string> InstanceIdentifier { get; }

    /// <summary>The id by which policies name the primary, <c>db-…</c>.</summary>
    public Output<string> ResourceId { get; }

    /// <summary>The identifiers of the copies.</summary>
    public ImmutableArray<string> ReplicaIdentifiers { get; }

    /// <summary>Makes the database.</summary>
    public TenantDatabase(string name, TenantDatabaseArgs args, ComponentResourceOptions? options = null)
        : base("idp:data:TenantDatabase", name, options)
    {
        args.Validate().ThrowIfAny(this);
        Log.Info(DatabaseNotes.Windows(args.BackupWindow, args.MaintenanceWindow), this);
        (_name, _args) = (name, args);
        _kept = new()
        {
            Parent = this,
            Protect = args.Protect,
            RetainOnDelete = args.RetainOnDelete,
        };
        var label = args.Context.Label;
        Identifier = label.Database(args.Role);
        ReplicaIdentifiers = [.. Enumerable.Range(1, args.ReadReplicas).Select(number => label.Database(ReplicaRole(number)))];

        var subnets = new SubnetGroup(
            $"{name}-db-subnets",
            new()
            {
                Name = label.DatabaseGroup("db-subnet-group"),
                Description = $"Subnet group for {label.Prefix} RDS",
                SubnetIds = args.SubnetIds.ToArray(),
                Tags = label.NameTag("db-subnet-group"),
            },
            new() { Parent = this }
        );
        var parameters = Parameters();
        var monitoring = new MonitoringRole(name, args.Context, new() { Parent = this });
        var primary = Primary(subnets, parameters, monitoring);
        ReplicaAddresses =
        [
            .. Enumerable.Range(1, args.ReadReplicas).Select(number => Replica(number, primary, parameters, monitoring).Address),
        ];

        (Address, InstanceIdentifier, ResourceId) = (primary.Address, primary.Identifier, primary.ResourceId);
        ManagedSecretArn = args.MasterPassword is null
            ? primary.MasterUserSecrets.Apply(secrets => secrets.First().SecretArn ?? "")
            : null;
        RegisterOutputs(new Dictionary<string, object?> { ["address"] = Address });
    }

    private ParameterGroup Parameters()
    {
        // The name has the major version in it: an upgrade makes a second group, which can stand beside the one in use.
        var role = $"pg{_args.Family["postgres".Length..]}-params";
        return new(
            $"{_name}-{role}",
            new()
            {
                Name = _args.Context.Label.DatabaseGroup(role),
                Family = _args.Family,
                Description =
                    $"Custom parameter group for {_args.Context.Label.Prefix} PostgreSQL {_args.Family["postgres".Length..]}",
                Parameters = DatabaseParameters
                    .All(_args.MaxConnections, _args.SlowQueryMilliseconds, _args.Schedules)
                    .Select(parameter => new ParameterGroupParameterArgs
                    {
                        Name = parameter.Name,
                        Value = parameter.Value,
                        ApplyMethod = parameter.IsStatic ? "pending-reboot" : "immediate",
                    })
                    .ToList(),
                Tags = _args.Context.Label.NameTag(role),
            },
            new() { Parent = this }
        );
    }

    private Instance Primary(SubnetGroup subnets, ParameterGroup parameters, MonitoringRole monitoring)
    {
        var instance = Common(_args.Role, _args.InstanceClass, Identifier, parameters, monitoring);
        instance.Engine = "postgres";
        instance.EngineVersion = _args.EngineVersion;
        instance.DbName = _args.DatabaseName;
        instance.Username = _args.MasterUsername;
        if (_args.MasterPassword is { } password)
            (instance.PasswordWo, instance.PasswordWoVersion) = (password.Value, password.Version);
        else
            (instance.ManageMasterUserPassword, instance.MasterUserSecretKmsKeyId) = (true, _args.KeyArn);
        instance.DbSubnetGroupName = subnets.Name;
        instance.AllocatedStorage = _args.StorageGiB;
        if (_args.MaxStorageGiB > 0)
            instance.MaxAllocatedStorage = _args.MaxStorageGiB;
        instance.StorageType = "gp3";
        instance.StorageEncrypted = true;
        instance.KmsKeyId = _args.KeyArn;
        instance.MultiAz = _args.MultiAz;
        instance.BackupRetentionPeriod = _args.BackupDays;
        instance.BackupWindow = _args.BackupWindow;
        instance.CopyTagsToSnapshot = true;
        instance.DeleteAutomatedBackups = !_args.Protect;
        instance.DeletionProtection = _args.Protect;
        instance.SkipFinalSnapshot = !_args.Protect;
        if (_args.Protect)
            instance.FinalSnapshotIdentifier = FinalSnapshot();
        if (_args.BackupTag is { } tag)
            instance.Tags.Add("Backup", tag);
        return new($"{_name}-{_args.Role}", instance, With(LogGroups(_args.Role, Identifier)));
    }

    // A copy takes engine, user, storage, key, subnets and backups from its source; RDS refuses to be told them again.
    private Instance Replica(int number, Instance primary, ParameterGroup parameters, MonitoringRole monitoring)
    {
        var role = ReplicaRole(number);
        var identifier = ReplicaIdentifiers[number - 1];
        var instance = Common(role, _args.ReplicaClass, identifier, parameters, monitoring);
        instance.ReplicateSourceDb = primary.Identifier;
        // The last zone first. Which zone the primary is in is RDS's own choice and changes when the standby takes over.
        instance.AvailabilityZone = _args.Zones[^((number - 1) % _args.Zones.Length + 1)];
        instance.SkipFinalSnapshot = true;
        return new($"{_name}-{role}", instance, With(LogGroups(role, identifier)));
    }

    private InstanceArgs Common(
        string role,
        string instanceClass,
        string identifier,
        ParameterGroup parameters,
        MonitoringRole monitoring
    ) =>
        new()
        {
            Identifier = identifier,
            InstanceClass = instanceClass,
            ParameterGroupName = parameters.Name,
            VpcSecurityGroupIds = [_args.SecurityGroupId],
            PubliclyAccessible = false,
            CaCertIdentifier = "rds-ca-rsa2048-g1",
            IamDatabaseAuthenticationEnabled = true,
            AutoMinorVersionUpgrade = true,
            MaintenanceWindow = _args.MaintenanceWindow,
            ApplyImmediately = _args.ApplyImmediately,
            DatabaseInsightsMode = "standard",
            PerformanceInsightsEnabled = true,
            PerformanceInsightsRetentionPeriod = InsightsDays,
            PerformanceInsightsKmsKeyId = _args.KeyArn,
            MonitoringInterval = MonitoringSeconds,
            MonitoringRoleArn = monitoring.Arn,
            EnabledCloudwatchLogsExports = _args.Logs.ToArray(),
            Tags = new Dictionary<string, string>(_args.Context.Label.NameTag(role)),
        };

    // RDS would make these groups itself: unencrypted, and kept for ever.
    private List<LogGroup> LogGroups(string role, string identifier) =>
        _args
            .Logs.Select(kind => new LogGroup(
                $"{_name}-{role}-{kind}-log",
                new()
                {
                    Name = $"/aws/rds/instance/{identifier}/{kind}",
                    RetentionInDays = _args.LogRetentionDays,
                    KmsKeyId = _args.KeyArn,
                    Tags = _args.Context.Label.NameTag($"{role}-{kind}-log"),
                },
                new() { Parent = this }
            ))
            .ToList();

    private CustomResourceOptions With(IEnumerable<LogGroup> logs)
    {
        var options = CustomResourceOptions.Merge(_kept, null);
        options.DependsOn.AddRange(logs.ToArray<Resource>());
        return options;
    }

    // The name of a snapshot is taken for good; a stack that is made and destroyed twice needs two.
    private Output<string> FinalSnapshot()
    {
        var suffix = new RandomString(
            $"{_name}-final-snapshot-suffix",
            new()
            {
                Length = 8,
                Special = false,
                Upper = false,
            },
            new() { Parent = this }
        );
        return suffix.Result.Apply(letters => $"{Identifier}-final-{letters}");
    }

    private string ReplicaRole(int number) => $"{_args.Role}-replica{(number == 1 ? "" : $"-{number}")}";
}
