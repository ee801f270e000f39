using Infra.Identity;
using Infra.Settings.Data;
using Infra.Settings.Network;

namespace Infra.Settings.WebPlatform;

/// <summary>What system and environments decide, in one place.</summary>
internal static class WebPlatformDefaults
{
    /// <summary>The settings of a stack whose file says nothing.</summary>
    public static WebPlatformSettings For(StackEnvironment environment) =>
        environment switch
        {
            StackEnvironment.Dev => Dev,
            // The source names a staging without values of its own: one is production, smaller in nothing, that logs all it can.
            StackEnvironment.Staging => Prod with { Service = Prod.Service with { LogLevel = LogLevel.Debug } },
            _ => Prod,
        };

    // Three zones, as the source has them. Interface endpoints would cost more than they save: NAT gateways stay for the agents of ECS.
    private static NetworkSettings Network =>
        new()
        {
            Zones = ["ap-northeast-1a", "ap-northeast-1c", "ap-northeast-1d"],
            Subnets = new()
            {
                Public = ["10.0.1.0/24", "10.0.2.0/24", "10.0.3.0/24"],
                App = ["10.0.10.0/24", "10.0.11.0/24", "10.0.12.0/24"],
                Db = ["10.0.20.0/24", "10.0.21.0/24", "10.0.22.0/24"],
            },
            InterfaceEndpoints = [],
        };

    private static WebPlatformSettings Prod =>
        new()
        {
            Network = Network,
            Alerts = new() { WarningsApart = false },
            Database = new()
            {
                Instance = new()
                {
                    InstanceClass = "db.t4g.medium",
                    StorageGiB = 50,
                    MaxStorageGiB = 200,
                    ReadReplicas = 0,
                },
            },
            Tags = new() { Owner = "platform-team", CostCenter = "platform" },
        };

    // Cheap, and gone without a trace: what is deleted must not block its name.
    private static WebPlatformSettings Dev =>
        Prod with
        {
            Protect = false,
            Network = Network with
            {
                NatGateways = Infra.Network.NatGateways.Single,
                FlowLogs = new() { RetentionDays = 7, AggregationSeconds = 600 },
            },
            Key = new() { DeletionDays = 7 },
            Cdn = new() { LogRetentionDays = 7 },
            Waf = new() { LogRetentionDays = 7 },
            Edge = new() { LogRetentionDays = 7 },
            Instances = new() { DetailedMonitoring = false },
            Service = new()
            {
                Scaling = new() { MinTasks = 1, MaxTasks = 2 },
                LogLevel = LogLevel.Debug,
                LogRetentionDays = 7,
            },
            Users = new()
            {
                Mfa = PoolMfa.Optional,
                ThreatProtection = ThreatProtection.Audit,
                DeletionProtection = false,
                Web = new() { Localhost = true },
                Logs = new() { RetentionDays = 7 },
            },
            Database = new()
            {
                Instance = new()
                {
                    InstanceClass = "db.t4g.micro",
                    StorageGiB = 20,
                    MaxStorageGiB = 50,
                    MultiAz = false,
                    ReadReplicas = 0,
                    BackupDays = 1,
                    MaxConnections = 100,
                    ApplyImmediately = true,
                    LogRetentionDays = 7,
                },
            },
            Alarms = new()
            {
                Platform = new()
                {
                    CpuPercent = 90,
                    MemoryPercent = 90,
                    MinimumTasks = 1,
                    TargetErrors = 50,
                    ResponseMilliseconds = 2000,
                    DatabaseCpuPercent = 90,
                    Connections = 50,
                },
            },
            Stop = new() { Enabled = true },
        };
}
