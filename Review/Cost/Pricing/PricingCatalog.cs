namespace Review.Cost.Pricing;

/// <summary>The rules of all areas; a new area is a line here.</summary>
internal static class PricingCatalog
{
    private static readonly Lazy<Dictionary<string, PricingRule>> ByType = new(Read);

    /// <summary>All rules.</summary>
    public static IReadOnlyCollection<PricingRule> All => ByType.Value.Values;

    /// <summary>The rule of a type, or nothing.</summary>
    public static PricingRule? Find(string type) => ByType.Value.GetValueOrDefault(type);

    private static Dictionary<string, PricingRule> Read()
    {
        PricingRule[] all =
        [
            .. ApiPricing.Rules,
            .. BalancerPricing.Rules,
            .. CachePricing.Rules,
            .. ContainerPricing.Rules,
            .. DatabasePricing.Rules,
            .. EdgePricing.Rules,
            .. FunctionPricing.Rules,
            .. IdentityPricing.Rules,
            .. InstancePricing.Rules,
            .. LogPricing.Rules,
            .. MessagePricing.Rules,
            .. MonitoringPricing.Rules,
            .. NetworkPricing.Rules,
            .. SecurityPricing.Rules,
            .. StoragePricing.Rules,
        ];
        return all.ToDictionary(rule => rule.On, StringComparer.Ordinal);
    }
}
