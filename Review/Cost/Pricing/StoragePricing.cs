using Review.Cost.Usage;
using Review.Model;
using Review.Model.Aws;

namespace Review.Cost.Pricing;

/// <summary>Buckets, tables and backups.</summary>
internal static class StoragePricing
{
    private const string Vault = "aws:backup/vault:Vault";

    /// <summary>The rules.</summary>
    public static readonly PricingRule[] Rules =
    [
        new(Tokens.Bucket, Bucket),
        new(Tokens.Table, Table),
        new(Vault, static bill => bill.Usage("backup-storage", bill.Assume(UsageSettings.BackupGb))),
        new("aws:backup/plan:Plan", Plan),
    ];

    private static void Bucket(Bill bill)
    {
        bill.Usage("s3-storage", bill.Assume(UsageSettings.BucketGb));
        bill.Usage("s3-writes", bill.Assume(UsageSettings.BucketWrites));
        bill.Usage("s3-reads", bill.Assume(UsageSettings.BucketReads));
    }

    private static void Table(Bill bill)
    {
        var gb = bill.Assume(UsageSettings.TableGb);
        if (bill.Text("tableClass", "STANDARD") is { } kind && kind != "STANDARD")
        {
            bill.NotPriced("all of it", $"the price book has no {kind} tables");
            return;
        }
        bill.Usage("dynamodb-storage", gb);
        if (bill.Text("billingMode", "PROVISIONED") == "PAY_PER_REQUEST")
        {
            bill.Usage("dynamodb-reads", bill.Assume(UsageSettings.TableReads));
            bill.Usage("dynamodb-writes", bill.Assume(UsageSettings.TableWrites));
        }
        else
            bill.NotPriced("capacity", "the price book has no provisioned capacity of tables");
        if (bill["pointInTimeRecovery.enabled"].Bool == true)
            bill.Usage("dynamodb-pitr", gb);
        if (!bill["replicas"].IsEmpty)
            bill.NotPriced("replicas", "the price book has no replicated writes of tables");
    }

    // What a plan copies lies in a vault that may be somebody else's.
    private static void Plan(Bill bill)
    {
        var copies = bill["rules"]
            .Items.SelectMany(rule => rule["copyActions"].Items)
            .Select(copy => copy["destinationVaultArn"]);
        var away = copies.Count(vault =>
            vault.Text is not { } arn || bill.Stack.References.In(arn).All(target => target.Type != Vault)
        );
        if (away > 0)
            bill.NotPriced("copies", "the vault that takes them is not of this stack");
        else
            bill.Free("backups are paid by what vaults hold");
    }
}
