using Review.Cost.Usage;

namespace Review.Cost.Pricing;

/// <summary>ElastiCache: nodes and snapshots.</summary>
internal static class CachePricing
{
    /// <summary>The rules.</summary>
    public static readonly PricingRule[] Rules = [new("aws:elasticache/replicationGroup:ReplicationGroup", Group)];

    private static void Group(Bill bill)
    {
        if (bill.Text("nodeType") is { } size && bill.Text("engine", "redis") is { } engine && Nodes(bill) is { } nodes)
            bill.Hourly($"elasticache-{engine}-{size}", nodes, $"{Bill.Written(nodes)} × {size}");
        // One snapshot of each cluster is free; a retention of a day keeps no more.
        if (bill.Number("snapshotRetentionLimit", 0) is > 1)
            bill.Usage("elasticache-backup", bill.Assume(UsageSettings.CacheSnapshotGb));
    }

    private static decimal? Nodes(Bill bill) =>
        bill["numNodeGroups"].IsMissing
            ? bill.Number("numCacheClusters", 1)
            : bill.Number("numNodeGroups", 1) * (1 + bill.Number("replicasPerNodeGroup", 0));
}
