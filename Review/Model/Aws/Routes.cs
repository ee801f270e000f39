namespace Review.Model.Aws;

/// <summary>Where the route tables of a stack send what leaves its subnets.</summary>
internal static class Routes
{
    /// <summary>The type of subnets.</summary>
    public const string Subnet = "aws:ec2/subnet:Subnet";

    /// <summary>The type of VPCs.</summary>
    public const string Vpc = "aws:ec2/vpc:Vpc";

    /// <summary>The type of NAT gateways.</summary>
    public const string Nat = "aws:ec2/natGateway:NatGateway";

    private const string Table = "aws:ec2/routeTable:RouteTable";
    private const string MainTable = "aws:ec2/defaultRouteTable:DefaultRouteTable";
    private const string Association = "aws:ec2/routeTableAssociation:RouteTableAssociation";
    private const string Route = "aws:ec2/route:Route";
    private const string InternetGateway = "aws:ec2/internetGateway:InternetGateway";

    /// <summary>The route tables that a program gave to a subnet; none leaves it to the main one of its VPC.</summary>
    public static IEnumerable<Resource> TablesOf(Resource subnet) =>
        subnet.ReferredBy(Association, "subnetId").SelectMany(association => association.Referred("routeTableId", Table));

    /// <summary>Every route that what leaves a subnet may take, apart from those inside the VPC, as a route resource or as a row of its table.</summary>
    public static IEnumerable<Value> Of(Resource subnet)
    {
        var tables = TablesOf(subnet).ToList();
        if (tables.Count == 0)
            tables.AddRange(subnet.Referred("vpcId", Vpc).SelectMany(vpc => vpc.ReferredBy(MainTable)));
        foreach (var table in tables)
        {
            foreach (var route in table.ReferredBy(Route, "routeTableId"))
                yield return new Value(route.State.Inputs);
            foreach (var row in table["routes"].IsUnknown ? [table["routes"]] : table["routes"].Items)
                yield return row;
        }
    }

    /// <summary>Whether a route leads to an internet gateway.</summary>
    public static bool? IsToInternetGateway(Value route) =>
        route["gatewayId"] switch
        {
            { IsMissing: true } => false,
            { Text: { } text } when Reference.In(text).Any() => Reference.In(text).Any(target => target.Type == InternetGateway),
            { Text: { } text } => text.StartsWith("igw-", StringComparison.Ordinal),
            _ => null,
        };

    /// <summary>Whether a route is taken by whatever no other one matches.</summary>
    public static bool? IsDefault(Value route)
    {
        bool? any = false;
        foreach (
            var destination in (Value[])
                [route["destinationCidrBlock"], route["cidrBlock"], route["destinationIpv6CidrBlock"], route["ipv6CidrBlock"]]
        )
            any |= destination.IsUnknown ? null : destination.Text is "0.0.0.0/0" or "::/0";
        return any;
    }

    /// <summary>Whether the internet can reach what has a public address in a subnet.</summary>
    public static bool? IsPublic(Resource subnet) =>
        Of(subnet).Aggregate((bool?)false, (any, route) => any | IsToInternetGateway(route));

    /// <summary>Whether anything can leave a subnet for the internet, by whatever gateway.</summary>
    public static bool? HasWayOut(Resource subnet) => Of(subnet).Aggregate((bool?)false, (any, route) => any | IsDefault(route));
}
