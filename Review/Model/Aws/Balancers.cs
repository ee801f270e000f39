using Review.Guardrails;

namespace Review.Model.Aws;

/// <summary>What belongs to a load balancer: listeners, their rules, and where they send requests.</summary>
internal static class Balancers
{
    /// <summary>The type of load balancers.</summary>
    public const string Type = "aws:lb/loadBalancer:LoadBalancer";

    /// <summary>The type of listeners.</summary>
    public const string Listener = "aws:lb/listener:Listener";

    /// <summary>The type of target groups.</summary>
    public const string TargetGroup = "aws:lb/targetGroup:TargetGroup";

    private const string Rule = "aws:lb/listenerRule:ListenerRule";

    /// <summary>The listeners of a load balancer.</summary>
    public static IEnumerable<Resource> Listeners(this Resource balancer) => balancer.ReferredBy(Listener, "loadBalancerArn");

    /// <summary>The rules of a listener, its default action left out.</summary>
    public static IEnumerable<Resource> ListenerRules(this Resource listener) => listener.ReferredBy(Rule, "listenerArn");

    /// <summary>The load balancer of a listener, as far as it is in the stack.</summary>
    public static Resource? Balancer(this Resource listener) => listener.Referred("loadBalancerArn", Type).FirstOrDefault();

    /// <summary>Whether it is an application load balancer, which AWS makes where nothing is said.</summary>
    public static bool IsApplication(this Resource balancer) => balancer["loadBalancerType"].Text is null or "application";

    /// <summary>Whether it may have an address of the internet, which AWS gives where nothing is said.</summary>
    public static bool FacesInternet(this Resource balancer) => balancer["internal"].Bool is not true;

    /// <summary>Whether a rule asks for a header that only some clients know.</summary>
    public static bool AsksForHeader(this Resource rule) =>
        rule["conditions"].Items.Any(condition => condition["httpHeader"].IsGiven());

    /// <summary>The names of the headers that a rule asks for.</summary>
    public static IEnumerable<string> HeadersAskedFor(this Resource rule) =>
        rule["conditions"].Items.Select(condition => condition["httpHeader.httpHeaderName"].Text).OfType<string>();

    /// <summary>Whether one of these actions hands requests to targets.</summary>
    public static bool Forwards(this Value actions) => actions.Items.Any(action => action["type"].Text == "forward");

    /// <summary>The hosts whose alias records lead to a load balancer, or to anything else that has them.</summary>
    public static IEnumerable<string> AliasHosts(this Resource resource) =>
        resource
            .ReferredBy("aws:route53/record:Record", "aliases")
            .Where(record => !record["name"].IsUnknown)
            .Select(record => record["name"].Text)
            .OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase);
}
