using Infra.Compute;
using Infra.Settings.Data;
using Infra.Settings.Network;
using Infra.Settings.Observability;
using Infra.Settings.Protection;
using Infra.Settings.Security;

namespace Infra.Settings.IdpServer;

/// <summary>What each environment changes, in one place. Production is what <see cref="IdpServerSettings"/> says.</summary>
internal static class IdpServerDefaults
{
    /// <summary>The settings of a stack whose file says nothing.</summary>
    public static IdpServerSettings For(StackEnvironment environment) =>
        environment switch
        {
            StackEnvironment.Dev => Dev,
            StackEnvironment.Staging => Staging,
            _ => new(),
        };

    // Cheap, and gone without a trace: what is deleted must not block its name.
    private static IdpServerSettings Dev =>
        new()
        {
            Protect = false,
            Network = new()
            {
                NatGateways = Infra.Network.NatGateways.Single,
                InterfaceEndpoints = [],
                FlowLogs = new() { RetentionDays = 7, AggregationSeconds = 600 },
            },
            Key = new() { DeletionDays = 7 },
            Secrets = new() { RecoveryDays = 0 },
            Database = new()
            {
                InstanceClass = "db.t4g.micro",
                StorageGiB = 20,
                MaxStorageGiB = 50,
                MultiAz = false,
                ReadReplicas = 0,
                BackupDays = 1,
                MaxConnections = 100,
                ApplyImmediately = true,
                MasterPassword = MasterPassword.Managed,
                LogRetentionDays = 7,
            },
            Redis = new()
            {
                NodeType = "cache.t4g.micro",
                Nodes = 1,
                Failover = false,
                MultiAz = false,
                SnapshotDays = 1,
                ApplyImmediately = true,
                LogRetentionDays = 7,
            },
            Edge = new() { LogRetentionDays = 7 },
            Waf = new() { LogRetentionDays = 7 },
            Backup = new() { Enabled = false },
            Stop = new() { Enabled = true },
            // Small machines are busy, and nobody is woken for that.
            Alarms = new()
            {
                Service = new() { CpuPercent = 90, MemoryPercent = 90 },
                LoadBalancer = new()
                {
                    TargetErrors = 50,
                    LoadBalancerErrors = 50,
                    LatencyP95Milliseconds = 2000,
                    LatencyP99Milliseconds = 5000,
                },
                Database = new()
                {
                    CpuPercent = 90,
                    FreeStorageGiB = 2,
                    FreeMemoryMiB = 100,
                    CpuCredits = 12,
                },
                Cache = new() { EngineCpuPercent = 90, MemoryPercent = 90 },
                Waf = new() { BlockedRequests = 5000 },
                Log = new() { Errors = 50 },
            },
            Service = new()
            {
                Cpu = 1024,
                // The application wants 2 GiB; side-cars and /tmp come on top.
                MemoryMiB = 3072,
                Scaling = new() { MinTasks = 1, MaxTasks = 1 },
                Capacity = new() { FargateWeight = 0, SpotWeight = 1 },
                Pools = new()
                {
                    Writer = 5,
                    Reader = 5,
                    ControlPlaneWriter = 2,
                    ControlPlaneReader = 2,
                },
                // A Java VM on one vCPU takes its time.
                StartPeriodSeconds = 120,
                GracePeriodSeconds = 180,
                Tracing = TracingMode.Off,
                LogRetentionDays = 7,
            },
        };

    // The shape of production, so that what passes here passes there; only what grows with time is smaller.
    private static IdpServerSettings Staging =>
        new()
        {
            Network = new() { FlowLogs = new() { RetentionDays = 14 } },
            Secrets = new() { RecoveryDays = 7 },
            Database = new()
            {
                InstanceClass = "db.r6g.large",
                ReplicaClass = "db.t4g.large",
                LogRetentionDays = 14,
            },
            Service = new()
            {
                Scaling = new() { MinTasks = 2, MaxTasks = 3 },
                LogRetentionDays = 14,
            },
        };
}
