using Review.Cost.Usage;

namespace Review.Cost.Pricing;

/// <summary>API Gateway: requests, traces, caches, and what leaves through it.</summary>
internal static class ApiPricing
{
    /// <summary>The rules.</summary>
    public static readonly PricingRule[] Rules =
    [
        new("aws:apigateway/restApi:RestApi", Rest),
        new("aws:apigateway/stage:Stage", Stage),
        new("aws:apigatewayv2/api:Api", Http),
    ];

    private static void Rest(Bill bill)
    {
        bill.Usage("apigateway-rest", bill.Assume(UsageSettings.Requests));
        Out(bill);
    }

    private static void Http(Bill bill)
    {
        if (bill.Text("protocolType") is not { } protocol)
            return;
        if (protocol == "HTTP")
            bill.Usage("apigateway-http", bill.Assume(UsageSettings.Requests));
        else
            bill.NotPriced("requests", $"the price book has no {protocol} APIs");
        Out(bill);
    }

    private static void Stage(Bill bill)
    {
        if (bill["cacheClusterEnabled"].Bool == true)
            bill.NotPriced("cache", "the price book has no caches of API Gateway");
        Tracing.Charge(bill);
        bill.Free("part of an API, which is paid by its requests");
    }

    private static void Out(Bill bill)
    {
        if (!DataOut.IsBehindDistribution(bill.Resource))
            bill.Usage("data-out", bill.Assume(UsageSettings.InternetGb, DataOut.Ways(bill.Stack)));
    }
}
