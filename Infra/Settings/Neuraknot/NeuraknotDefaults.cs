using Infra.Compute;
using Infra.Identity;
using Infra.Settings.Data;
using Infra.Settings.Network;
using Infra.Systems;

namespace Infra.Settings.Neuraknot;

/// <summary>What system and environments decide, in one place.</summary>
internal static class NeuraknotDefaults
{
    /// <summary>The settings of a stack whose file says nothing.</summary>
    public static NeuraknotSettings For(StackEnvironment environment) =>
        environment switch
        {
            StackEnvironment.Dev => Dev,
            // The source names no staging: one is production.
            _ => Prod,
        };

    // Two tiers, as the source has them: tasks and database share the private subnets, and security groups keep them apart.
    private static NetworkSettings Network =>
        new()
        {
            Subnets = new()
            {
                Public = ["10.0.1.0/24", "10.0.2.0/24"],
                App = ["10.0.10.0/24", "10.0.20.0/24"],
                Db = [],
            },
            // NAT gateways are there in each zone; endpoints would cost more than the data that they keep off them.
            InterfaceEndpoints = [],
        };

    // One instance, as the source has it: no standby, no copies.
    private static DatabaseSettings Database =>
        new()
        {
            InstanceClass = "db.t3.medium",
            StorageGiB = 20,
            MaxStorageGiB = 100,
            MultiAz = false,
            ReadReplicas = 0,
            BackupDays = 7,
            // Sunday, four to five in the morning in Tokyo. RDS knows UTC only.
            MaintenanceWindow = "sat:19:00-sat:20:00",
            LogRetentionDays = 90,
        };

    private static AppDatabaseSettings AppDatabase(DatabaseSettings instance) =>
        new()
        {
            Name = "neuraknot",
            Username = "neuraknot_admin",
            Instance = instance,
        };

    private static NeuraknotSettings Prod =>
        new()
        {
            Network = Network,
            Database = AppDatabase(Database),
            Users = new()
            {
                SelfSignUp = true,
                // The source names neither; both are switches. Threat protection would cost 0.020 USD for each user of a month.
                Mfa = PoolMfa.Optional,
                ThreatProtection = ThreatProtection.Off,
                Password = new() { MinimumLength = 8 },
                Logs = new() { RetentionDays = 90, SignIns = false },
            },
            Services = NeuraknotServices.Settings(tasks: 2, logRetentionDays: 90),
            Tags = new() { Owner = "neuraknot-team", CostCenter = "neuraknot" },
        };

    private static NeuraknotSettings Dev =>
        Prod with
        {
            Protect = false,
            Key = new() { DeletionDays = 7 },
            Network = Network with { FlowLogs = new() { AggregationSeconds = 600 } },
            Database = AppDatabase(
                Database with
                {
                    InstanceClass = "db.t3.micro",
                    MaxConnections = 80,
                    ApplyImmediately = true,
                    LogRetentionDays = 30,
                }
            ),
            Users = Prod.Users with
            {
                DeletionProtection = false,
                Web = new() { Localhost = true },
                Logs = new() { RetentionDays = 30, SignIns = false },
            },
            Edge = new() { LogRetentionDays = 30 },
            Services = NeuraknotServices.Settings(tasks: 1, logRetentionDays: 30),
            Alarms = new()
            {
                CpuPercent = 90,
                MemoryPercent = 90,
                TargetErrors = 50,
                ResponseMilliseconds = 2000,
                DatabaseCpuPercent = 90,
                FreeStorageGiB = 2,
                Connections = 50,
            },
            // Its source keeps dev up at night; the switch is there.
        };
}
