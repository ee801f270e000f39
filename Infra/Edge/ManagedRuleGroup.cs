namespace Infra.Edge;

/// <summary>A group of rules that AWS writes and updates.</summary>
/// <param name="Name">As WAF knows it.</param>
/// <param name="Metric">The name of its metric.</param>
/// <param name="Capacity">Web ACL capacity units; all rules of an ACL may take 1500 before they cost extra.</param>
internal sealed record ManagedRuleGroup(string Name, string Metric, int Capacity)
{
    /// <summary>Against what most attacks have in common. The source's first rule, and the only one of which rules are only counted.</summary>
    public static readonly ManagedRuleGroup Common = new("AWSManagedRulesCommonRuleSet", "CommonRuleSetMetric", 700);

    /// <summary>
    /// Against addresses that hide who asks: VPNs, Tor, hosting providers. Not among <see cref="All"/>: it turns away people who use a VPN
    /// and servers that call an API.
    /// </summary>
    public static readonly ManagedRuleGroup AnonymousIps = new("AWSManagedRulesAnonymousIpList", "AnonymousIpMetric", 50);

    /// <summary>The usual groups, in the order in which requests pass them.</summary>
    public static readonly ManagedRuleGroup[] All =
    [
        Common,
        new("AWSManagedRulesKnownBadInputsRuleSet", "KnownBadInputsMetric", 200),
        new("AWSManagedRulesSQLiRuleSet", "SQLiMetric", 200),
        new("AWSManagedRulesAmazonIpReputationList", "IpReputationMetric", 25),
    ];
}
