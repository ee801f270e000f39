using Review.Cost.Usage;
using Review.Model.Aws;

namespace Review.Cost.Pricing;

/// <summary>Load balancers, their capacity units, their public addresses, and what leaves through them.</summary>
internal static class BalancerPricing
{
    /// <summary>The rules.</summary>
    public static readonly PricingRule[] Rules = [new(Tokens.LoadBalancer, Balancer)];

    private static void Balancer(Bill bill)
    {
        var kind = bill.Text("loadBalancerType", "application") switch
        {
            "application" => "alb",
            "network" => "nlb",
            var other => other,
        };
        if (kind is not ("alb" or "nlb"))
        {
            if (kind is not null)
                bill.NotPriced("all of it", $"there is no rule for load balancers of type {kind}");
            return;
        }
        bill.Hourly(kind, 1);
        bill.Usage($"{kind}-lcu", Bill.Hours * bill.Assume(UsageSettings.Lcus));
        Addresses(bill);
    }

    // A public one has an address in each of its subnets.
    private static void Addresses(Bill bill)
    {
        if (bill["internal"].IsUnknown)
        {
            bill.NotKnown("internal");
            return;
        }
        if (bill["internal"].Bool == true)
            return;
        var subnets = bill["subnets"].IsMissing ? bill["subnetMappings"] : bill["subnets"];
        if (subnets.IsUnknown)
            bill.NotPriced("public addresses", "its subnets are known only after the deployment");
        else
            bill.Hourly("public-ipv4", subnets.Items.Count(), "one in each subnet");
        if (!DataOut.IsBehindDistribution(bill.Resource))
            bill.Usage("data-out", bill.Assume(UsageSettings.InternetGb, DataOut.Ways(bill.Stack)));
    }
}
