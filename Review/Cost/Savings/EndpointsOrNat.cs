using System.Globalization;
using Review.Cost.Pricing;
using Review.Model;
using Review.Model.Aws;

namespace Review.Cost.Savings;

/// <summary>Whether traffic to AWS's own services goes through interface endpoints, paid by zone and hour, or through a NAT gateway, paid by the GB.</summary>
internal static class EndpointsOrNat
{
    private const string Endpoint = "aws:ec2/vpcEndpoint:VpcEndpoint";
    private const string Data = "endpoint-data";
    private const string NatData = "nat-data";
    private const string EndpointHour = "endpoint";

    /// <summary>Endpoints whose traffic would cost less through the NAT gateway that is there anyway.</summary>
    public static IEnumerable<Saving> Endpoints(WhatIf question)
    {
        var endpoints = Interfaces(question).ToList();
        var dearer = PerGb(question);
        if (endpoints.Count == 0 || dearer <= 0)
            yield break;
        var urns = endpoints.Select(endpoint => endpoint.Urn).ToHashSet(StringComparer.Ordinal);
        var items = question.Now.Items.Where(item => urns.Contains(item.Resource.Urn)).ToList();
        var hours = items.Where(item => item.Price.Id == EndpointHour).Sum(item => item.Amount);
        var gb = items.Where(item => item.Price.Id == Data).Sum(item => item.Quantity);
        if (hours - gb * dearer <= 0)
            yield break;
        yield return new Saving(
            "Leave interface endpoints out, and let the NAT gateway carry their traffic",
            hours - gb * dearer,
            [.. endpoints.Select(endpoint => endpoint.Name).Order(StringComparer.Ordinal)],
            "no aws:ec2:VpcEndpoint of type Interface",
            $"traffic to AWS leaves the VPC by the NAT gateway; pays until {Gb(hours / dearer)} GB a month go through them ({Gb(gb)} assumed)"
        );
    }

    /// <summary>From how much traffic to one service on an endpoint would pay, where there is none.</summary>
    public static IEnumerable<Considered> Considered(WhatIf question)
    {
        if (Nat(question) is not { } nat || Interfaces(question).Any())
            yield break;
        var zones = nat.Stack.All(Routes.Subnet).Select(subnet => subnet.Zone()).OfType<string>().Distinct().Count();
        var dearer = PerGb(question);
        if (zones == 0 || dearer <= 0 || question.Price(EndpointHour, nat) is not { } hour)
            yield break;
        var gb = question.Now.Items.Where(item => item.Price.Id == NatData).Sum(item => item.Quantity);
        var each = zones * hour * Bill.Hours;
        yield return new(
            "An interface endpoint for one service of AWS",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{each:0.00} USD a month in {zones} zones: pays when more than {Gb(each / dearer)} GB a month go to that service; {Gb(gb)} GB through NAT are assumed for all"
            )
        );
    }

    private static IEnumerable<Resource> Interfaces(WhatIf question) =>
        question.Stack.All(Endpoint).Where(endpoint => endpoint["vpcEndpointType"].Text == "Interface");

    private static Resource? Nat(WhatIf question) => question.Stack.All(Routes.Nat).FirstOrDefault();

    // What a GB costs more through the gateway; nothing where there is none.
    private static decimal PerGb(WhatIf question) =>
        Nat(question) is { } nat ? question.Price(NatData, nat) - question.Price(Data, nat) ?? 0 : 0;

    private static string Gb(decimal gb) => gb.ToString("#,0", CultureInfo.InvariantCulture);
}
