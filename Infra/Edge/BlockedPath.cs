namespace Infra.Edge;

/// <summary>Paths that nobody may ask for from outside.</summary>
/// <param name="Name">The rule, in letters and digits.</param>
/// <param name="Pattern">A regular expression over the decoded, normalised path in small letters.</param>
internal sealed record BlockedPath(string Name, string Pattern)
{
    /// <summary>
    /// A path with the segment <c>actuator</c>, which tells how the application is built and how it is doing. Semicolons begin parameters
    /// that servers cut away, so <c>/;x/actuator</c> reaches the same place. Health checks of the load balancer do not pass WAF, so they
    /// still reach it.
    /// </summary>
    public static readonly BlockedPath Actuator = new("BlockActuator", WebAclRules.ActuatorPath);

    /// <summary>The name of its metric.</summary>
    public string Metric => $"{Name}Metric";
}
