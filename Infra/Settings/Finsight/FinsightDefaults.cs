using Infra.Settings.Data;
using Infra.Settings.Network;
using Infra.Settings.Serverless;
using Infra.Systems;

namespace Infra.Settings.Finsight;

/// <summary>What system and environments decide, in one place.</summary>
internal static class FinsightDefaults
{
    /// <summary>The settings of a stack whose file says nothing.</summary>
    public static FinsightSettings For(StackEnvironment environment) =>
        environment switch
        {
            StackEnvironment.Dev => Dev,
            StackEnvironment.Staging => Staging,
            _ => Prod,
        };

    // One gateway, as the source begins; database and proxy have subnets without any.
    private static NetworkSettings Network => new() { NatGateways = Infra.Network.NatGateways.Single, InterfaceEndpoints = [] };

    // The first phase of the source: one small instance. The second is db.t3.medium with multiAz and maxConnections 400.
    private static DatabaseSettings Database =>
        new()
        {
            InstanceClass = "db.t3.micro",
            StorageGiB = 20,
            MaxStorageGiB = 100,
            MultiAz = false,
            ReadReplicas = 0,
            BackupDays = 7,
            MaxConnections = 80,
        };

    private static AppDatabaseSettings AppDatabase(DatabaseSettings instance) =>
        new()
        {
            Name = "finsight",
            Username = "finsight_admin",
            Instance = instance,
        };

    private static JwtAuthorizerSettings Authorizer => new();

    private static FinsightSettings Prod =>
        new()
        {
            Network = Network,
            Database = AppDatabase(Database),
            Backup = new() { Daily = false }, // RDS keeps seven days of every moment; these are the months
            Api = new() { Tracing = true },
            Functions = FinsightDomains.Settings(reserve: true),
            Mail = new() { SenderName = "FinSight" },
            Alarms = Alarms,
            Cost = new() { MonthlyUsd = 170 },
            Alerts = new() { WarningsApart = false },
            Tags = new() { Owner = "finsight-team", CostCenter = "finsight" },
        };

    private static FinsightAlarmSettings Alarms =>
        new()
        {
            Database = new()
            {
                FreeStorageGiB = 2,
                FreeMemoryMiB = 100,
                CpuCredits = 12,
            },
        };

    // Like production, so that what passes here passes there; the site is built in production's stack for all of them.
    private static FinsightSettings Staging =>
        Prod with
        {
            // What a stack without users reserves, functions of others in the account would miss.
            Functions = FinsightDomains.Settings(reserve: false),
            Concurrency = new() { Reserved = 0 },
            MailLimits = new() { PerDay = 200 }, // what the sandbox of SES allows
            Site = new() { Enabled = false },
            Traces = new() { Insights = false },
            Cost = new() { MonthlyUsd = 170 },
        };

    // Cheap, and gone without a trace: what is deleted must not block its name.
    private static FinsightSettings Dev =>
        Staging with
        {
            Protect = false,
            Network = Network with
            {
                FlowLogs = new() { RetentionDays = 7, AggregationSeconds = 600 },
            },
            Key = new() { DeletionDays = 7 },
            Secrets = new() { RecoveryDays = 0 },
            Database = AppDatabase(Database with { ApplyImmediately = true, LogRetentionDays = 7 }),
            Proxy = new() { LogRetentionDays = 7 },
            Backup = new() { Enabled = false, Daily = false }, // nothing backs up what is stopped
            Cdn = new() { LogRetentionDays = 7 },
            Waf = new() { LogRetentionDays = 7 },
            Api = Prod.Api with { LogRetentionDays = 7 },
            Functions = FinsightDomains.Settings(reserve: false, logDays: 7),
            Authorizer = Authorizer with { Function = Authorizer.Function with { LogRetentionDays = 7 } },
            Stop = new() { Enabled = true },
            Cost = new() { MonthlyUsd = 160 },
        };
}
