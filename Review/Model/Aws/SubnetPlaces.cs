namespace Review.Model.Aws;

/// <summary>Where subnets lie: their zone, and whether the internet can reach them.</summary>
internal static class SubnetPlaces
{
    /// <summary>The type of subnets.</summary>
    public const string Type = "aws:ec2/subnet:Subnet";

    private const string Gateway = "aws:ec2/internetGateway:InternetGateway";
    private const string Table = "aws:ec2/routeTable:RouteTable";

    /// <summary>The zone of a subnet; nothing where it is not known.</summary>
    public static string? Zone(this Resource subnet) =>
        new[] { subnet["availabilityZone"], subnet["availabilityZoneId"] }
            .FirstOrDefault(zone => zone is { IsUnknown: false, IsMissing: false })
            .Text;

    /// <summary>Whether its route table leads to an internet gateway; nothing where its table is not in the stack.</summary>
    public static bool? IsPublic(this Resource subnet)
    {
        var tables = subnet
            .ReferredBy("aws:ec2/routeTableAssociation:RouteTableAssociation", "subnetId")
            .SelectMany(association => association.Referred("routeTableId", Table))
            .ToList();
        return tables.Count == 0 ? null : tables.Exists(LeadsOut);
    }

    private static bool LeadsOut(Resource table) =>
        table.Referred("routes", Gateway).Any()
        || table.ReferredBy("aws:ec2/route:Route", "routeTableId").Any(route => route.Referred("gatewayId", Gateway).Any());
}
