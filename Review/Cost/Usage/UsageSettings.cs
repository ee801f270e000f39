using System.Collections.Immutable;

namespace Review.Cost.Usage;

/// <summary>Every number that usage files may hold.</summary>
public static partial class UsageSettings
{
    private const string Few = "a small system in use";
    private const string Trial = "a trial load; a meter tells the real number after a week";

    private static ImmutableArray<UsageSetting> _all;

    /// <summary>All of them, by name.</summary>
    public static ImmutableArray<UsageSetting> All =>
        _all.IsDefault ? _all = [.. Every().OrderBy(setting => setting.Name, StringComparer.Ordinal)] : _all;

    private static UsageSetting[] Every() =>
        [
            Requests,
            ActiveUsers,
            MachineTokens,
            Lcus,
            NatGb,
            EndpointGb,
            InternetGb,
            ZoneGb,
            CdnGb,
            CdnOriginGb,
            LogGb,
            LogScanGb,
            InsightsMetrics,
            Traces,
            DatabaseBackupGb,
            BackupGb,
            CacheSnapshotGb,
            ImageGb,
            BucketGb,
            BucketWrites,
            BucketReads,
            TableGb,
            TableReads,
            TableWrites,
            QueueRequests,
            Notifications,
            FunctionCalls,
            FunctionMilliseconds,
            TaskMinutes,
            TaskRuns,
            Instances,
            SpotDiscount,
            SecretCalls,
            KeyRequests,
            KeyRotations,
            Emails,
            BuildMinutes,
            HostingGb,
            HostingServedGb,
            DnsQueries,
            Events,
            ConfigItems,
            SecurityChecks,
        ];
}
