using Review.Model;
using Review.Model.Aws;

namespace Review.Cost.Savings;

/// <summary>One NAT gateway for all zones of a VPC.</summary>
internal static class OneNat
{
    private const string Address = "aws:ec2/eip:Eip";

    /// <summary>NAT gateways beyond the first.</summary>
    public static IEnumerable<Saving> Gateways(WhatIf question)
    {
        var beyond = question.Stack.All(Routes.Nat).OrderBy(nat => nat.Urn, StringComparer.Ordinal).Skip(1).ToList();
        return question.Without(
            new(
                "Share one NAT gateway between the zones",
                null,
                [],
                "one aws:ec2:NatGateway, and the default route of every private route table to it",
                "when its zone fails no zone reaches the internet; data of the other zones pays 0.01 USD a GB each way to get there"
            ),
            [.. beyond, .. beyond.SelectMany(nat => nat.Referred("allocationId", Address))]
        );
    }
}
