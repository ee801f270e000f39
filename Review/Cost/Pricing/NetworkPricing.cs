using Review.Cost.Usage;
using Review.Model;
using Review.Model.Aws;

namespace Review.Cost.Pricing;

/// <summary>NAT gateways, endpoints, addresses and the data that passes them.</summary>
internal static class NetworkPricing
{
    private const string Endpoint = "aws:ec2/vpcEndpoint:VpcEndpoint";

    /// <summary>The rules.</summary>
    public static readonly PricingRule[] Rules =
    [
        new(Routes.Nat, Nat),
        new("aws:ec2/eip:Eip", static bill => bill.Hourly("public-ipv4", 1)),
        new(Endpoint, VpcEndpoint),
        new(Routes.Vpc, Vpc),
        new("aws:ec2/flowLog:FlowLog", FlowLog),
    ];

    private static void Nat(Bill bill)
    {
        if (bill.Text("connectivityType", "public") is not { } type)
            return;
        bill.Hourly("nat", 1, type == "private" ? "private: no public address" : null);
        bill.Usage("nat-data", bill.Assume(UsageSettings.NatGb));
    }

    private static void VpcEndpoint(Bill bill)
    {
        switch (bill.Text("vpcEndpointType", "Gateway"))
        {
            case "Interface":
                if (bill["subnetIds"].IsUnknown)
                {
                    bill.NotKnown("subnetIds");
                    break;
                }
                var zones = bill["subnetIds"].Items.Count();
                if (zones == 0)
                    zones = bill["subnetConfigurations"].Items.Count();
                bill.Hourly("endpoint", zones, $"in {Zones(zones)}");
                bill.Usage("endpoint-data", bill.Assume(UsageSettings.EndpointGb, bill.Stack.All(Endpoint).Count(IsInterface)));
                break;
            case "Gateway":
                bill.Free("gateway endpoints cost nothing, nor does the data through them");
                break;
            case { } other:
                bill.NotPriced("all of it", $"there is no rule for endpoints of type {other}");
                break;
        }
    }

    private static void Vpc(Bill bill)
    {
        // A GB is paid where it leaves and where it arrives.
        const int Ends = 2;
        bill.Usage("data-zones", Ends * bill.Assume(UsageSettings.ZoneGb));
    }

    private static void FlowLog(Bill bill)
    {
        if (bill.Text("logDestinationType", "cloud-watch-logs") is "cloud-watch-logs")
            bill.Free($"its records are part of {UsageSettings.LogGb.Name} of the log group that takes them");
        else
            bill.NotPriced("delivery", "the price book has no delivery of flow logs to S3 or Firehose");
    }

    private static bool IsInterface(Resource endpoint) => endpoint["vpcEndpointType"].Text == "Interface";

    private static string Zones(int zones) => zones == 1 ? "one zone" : $"{zones} zones";
}
