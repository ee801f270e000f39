using Review.Cost.Usage;
using Review.Model;
using Review.Model.Aws;

namespace Review.Cost.Pricing;

/// <summary>CloudWatch Logs: what groups take in and keep, and deliveries to elsewhere.</summary>
internal static class LogPricing
{
    // Without a retention logs are kept for ever; a year's worth is counted, and said.
    private const decimal ForeverDays = 365;

    private const string Destination = "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination";

    /// <summary>The rules.</summary>
    public static readonly PricingRule[] Rules =
    [
        new(Tokens.LogGroup, Group),
        new("aws:cloudwatch/logDelivery:LogDelivery", Delivery),
    ];

    private static void Group(Bill bill)
    {
        if (bill.Text("logGroupClass", "STANDARD") is not "STANDARD")
        {
            bill.NotPriced("ingestion", "the price book has the standard class only");
            return;
        }
        var gb = bill.Assume(UsageSettings.LogGb);
        bill.Usage("logs-ingest", gb);
        if (bill.Number("retentionInDays", 0) is not { } days)
            return;
        bill.Usage(
            "logs-storage",
            gb * (days == 0 ? ForeverDays : days) / Bill.Days,
            days == 0 ? "kept for ever: as after a year" : $"as after {Bill.Written(days)} days"
        );
    }

    private static void Delivery(Bill bill)
    {
        var destination = bill.Resource.Linked("deliveryDestinationArn", Destination).FirstOrDefault();
        var target = destination?["deliveryDestinationConfiguration.destinationResourceArn"].Text ?? "";
        if (target.Contains(":s3:", StringComparison.Ordinal) || target.Contains("s3/bucket:Bucket", StringComparison.Ordinal))
            bill.Free("CloudFront delivers access logs to buckets for nothing; the bucket is priced itself");
        else
            bill.NotPriced("delivery", "the price book has no delivery of logs but that of CloudFront to buckets");
    }
}
