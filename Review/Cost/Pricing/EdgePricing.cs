using Review.Cost.Usage;

namespace Review.Cost.Pricing;

/// <summary>CloudFront, Amplify, Route 53 and Cloud Map.</summary>
internal static class EdgePricing
{
    /// <summary>The rules.</summary>
    public static readonly PricingRule[] Rules =
    [
        new("aws:cloudfront/distribution:Distribution", Distribution),
        new(
            "aws:cloudfront/function:Function",
            static bill => bill.Usage("cloudfront-function", bill.Assume(UsageSettings.Requests))
        ),
        new("aws:route53/zone:Zone", Zone),
        new("aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace", Zone),
        new("aws:servicediscovery/publicDnsNamespace:PublicDnsNamespace", Zone),
        new("aws:route53/healthCheck:HealthCheck", HealthCheck),
        new("aws:amplify/app:App", App),
        new("aws:amplify/branch:Branch", static bill => bill.Free("builds and data are paid with the app")),
        new("aws:amplify/domainAssociation:DomainAssociation", static bill => bill.Free("builds and data are paid with the app")),
    ];

    private static void Distribution(Bill bill)
    {
        bill.Usage("cloudfront-out", bill.Assume(UsageSettings.CdnGb));
        bill.Usage("cloudfront-https", bill.Assume(UsageSettings.Requests));
        bill.Usage("cloudfront-origin", bill.Assume(UsageSettings.CdnOriginGb));
        foreach (var origin in bill["origins"].Items)
            if (origin["originShield.enabled"].Bool == true)
                bill.NotPriced("Origin Shield", "the price book has no requests of Origin Shield");
    }

    private static void Zone(Bill bill)
    {
        bill.Fixed("route53-zone", 1);
        bill.Usage("route53-queries", bill.Assume(UsageSettings.DnsQueries));
    }

    private static void HealthCheck(Bill bill)
    {
        bill.Fixed("route53-health-check", 1);
        if (bill["type"].Text?.StartsWith("HTTPS", StringComparison.Ordinal) == true || bill["measureLatency"].Bool == true)
            bill.NotPriced("options", "the price book has no HTTPS, strings or latency of health checks");
    }

    private static void App(Bill bill)
    {
        bill.Usage("amplify-build", bill.Assume(UsageSettings.BuildMinutes));
        bill.Usage("amplify-storage", bill.Assume(UsageSettings.HostingGb));
        bill.Usage("amplify-served", bill.Assume(UsageSettings.HostingServedGb));
    }
}
