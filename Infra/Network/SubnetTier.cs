namespace Infra.Network;

/// <summary>What may live in a subnet, and so where its default route leads.</summary>
internal enum SubnetTier
{
    /// <summary>Load balancer and NAT gateways; routed to the internet gateway.</summary>
    Public,

    /// <summary>Tasks; routed to a NAT gateway.</summary>
    App,

    /// <summary>Databases and caches; no default route at all.</summary>
    Db,
}

/// <summary>The words for a tier.</summary>
internal static class SubnetTiers
{
    /// <summary>The key in settings and outputs: <c>public</c>, <c>app</c>, <c>db</c>.</summary>
    public static string Key(this SubnetTier tier) =>
        tier switch
        {
            SubnetTier.Public => "public",
            SubnetTier.App => "app",
            _ => "db",
        };

    /// <summary>The word in names and <c>Type</c> tags: <c>public</c>, <c>private-app</c>, <c>private-db</c>.</summary>
    public static string Role(this SubnetTier tier) => tier == SubnetTier.Public ? "public" : $"private-{tier.Key()}";
}
