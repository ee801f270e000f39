using System.Globalization;
using Review.Cost.Usage;
using Review.Model;
using Review.Model.Aws;

namespace Review.Cost.Pricing;

/// <summary>RDS: instances, standbys, replicas, storage, backups, and the proxy in front.</summary>
internal static class DatabasePricing
{
    private const string Proxy = "aws:rds/proxy:Proxy";
    private const string Target = "aws:rds/proxyTarget:ProxyTarget";

    // From 400 GiB on RDS puts PostgreSQL and MySQL on four volumes: 12,000 IOPS and 500 MB/s are included; below it is one of 3,000 and 125.
    private const decimal StripedFromGb = 400;

    // Days of Performance Insights that are free.
    private const decimal FreeInsightsDays = 7;

    // PostgreSQL 13 left standard support in February 2026; what is older costs extra by the vCPU.
    private const int OldestSupported = 14;

    /// <summary>The rules.</summary>
    public static readonly PricingRule[] Rules = [new(Databases.Instance, Instance), new(Proxy, ProxyOf)];

    private static void Instance(Bill bill)
    {
        var database = bill.Resource;
        if (bill.Text("instanceClass") is { } size && Inherited(bill, "engine") is { } engine)
        {
            var copies =
                bill["multiAz"].IsUnknown ? (decimal?)null
                : bill["multiAz"].Bool == true ? 2
                : 1;
            if (copies is not { } instances)
                bill.NotKnown("multiAz");
            else
            {
                var note = instances == 2 ? "Multi-AZ: two of them" : null;
                bill.Hourly($"rds-{engine}-{size}", instances, Join(note, StopSchedules.Note(database)));
                Storage(bill, instances);
            }
            Support(bill, engine);
        }
        if (!Databases.IsReplica(database))
            bill.Usage("rds-backup", bill.Assume(UsageSettings.DatabaseBackupGb));
        Insights(bill);
    }

    private static void Storage(Bill bill, decimal copies)
    {
        var source = Source(bill.Resource);
        var gb = source["allocatedStorage"] is { IsMissing: true } ? null : Number(bill, source, "allocatedStorage");
        if (gb is not { } size)
        {
            if (source["allocatedStorage"].IsMissing)
                bill.NotPriced("storage", "the plan does not say allocatedStorage");
            return;
        }
        var type = bill["storageType"] is { IsMissing: false } own ? own : source["storageType"];
        var word = type.IsMissing ? "gp2" : Bill.Plain(type);
        if (word != "gp3")
        {
            bill.NotPriced("storage", word is null ? "its type is not known" : $"the price book has no RDS {word} storage");
            return;
        }
        bill.Fixed("rds-gp3", copies * size, copies == 2 ? "Multi-AZ: both copies" : null);
        var striped = size >= StripedFromGb;
        Extra(bill, "iops", striped ? 12_000 : 3_000, "IOPS");
        Extra(bill, "storageThroughput", striped ? 500 : 125, "MB/s");
    }

    private static void Extra(Bill bill, string property, decimal included, string unit)
    {
        if (bill.Number(property, included) is { } wanted && wanted > included)
            bill.NotPriced(
                property,
                $"{Bill.Written(wanted - included)} {unit} above the {Bill.Written(included)} included; the price book has no price for them"
            );
    }

    private static void Support(Bill bill, string engine)
    {
        if (engine == "postgres" && Databases.MajorOf(bill.Resource) is { } major and < OldestSupported)
            bill.NotPriced(
                "Extended Support",
                $"PostgreSQL {major} is out of standard support; the price book has no price for that"
            );
    }

    private static void Insights(Bill bill)
    {
        if (bill["databaseInsightsMode"].Text == "advanced")
            bill.NotPriced("Database Insights", "the price book has no price for the advanced mode");
        else if (
            bill["performanceInsightsEnabled"].Bool == true
            && bill.Number("performanceInsightsRetentionPeriod", FreeInsightsDays) is > FreeInsightsDays
        )
            bill.NotPriced("Performance Insights", "the first 7 days are free; the price book has no price for more");
    }

    private static void ProxyOf(Bill bill)
    {
        // Less is charged as two.
        const decimal LeastVcpus = 2;
        var databases = bill
            .Resource.LinkedBy(Target, "dbProxyName")
            .SelectMany(target => target.Linked("dbInstanceIdentifier", Databases.Instance))
            .Distinct()
            .ToList();
        if (databases.Count == 0)
            bill.NotPriced("all of it", "the database behind it is not of this stack, so its vCPUs are not known");
        foreach (var database in databases)
            if (Vcpus(database["instanceClass"].Text) is { } vcpus)
                bill.Hourly(
                    "rds-proxy",
                    Math.Max(LeastVcpus, vcpus),
                    $"{Bill.Written(Math.Max(LeastVcpus, vcpus))} vCPU of {database.Name}"
                );
            else
                bill.NotPriced("all of it", $"the vCPUs of {database.Name} are not known");
    }

    /// <summary>The vCPUs of a class by its size: all from micro to large have two, each larger size twice as many.</summary>
    internal static decimal? Vcpus(string? size) =>
        size?.Split('.') is not [_, _, var word] ? null
        : word is "micro" or "small" or "medium" or "large" ? 2
        : word == "xlarge" ? 4
        : word.EndsWith("xlarge", StringComparison.Ordinal)
        && decimal.TryParse(word[..^"xlarge".Length], NumberStyles.None, CultureInfo.InvariantCulture, out var times)
            ? 4 * times
        : null;

    private static Resource Source(Resource database) =>
        Databases.IsReplica(database) && database["allocatedStorage"].IsMissing
            ? Databases.SourcesOf(database).FirstOrDefault() ?? database
            : database;

    private static string? Inherited(Bill bill, string property)
    {
        if (bill[property].IsMissing && Databases.SourcesOf(bill.Resource).FirstOrDefault() is { } source)
            return Bill.Plain(source[property]);
        return bill.Text(property);
    }

    private static decimal? Number(Bill bill, Resource from, string property)
    {
        if (from[property].Number is { } number)
            return (decimal)number;
        bill.NotPriced(property, $"{property} is known only after the deployment");
        return null;
    }

    private static string? Join(string? first, string? second) =>
        first is null ? second
        : second is null ? first
        : $"{first}; {second}";
}
