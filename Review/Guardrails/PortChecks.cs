using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails;

/// <summary>What rules ask about the port of a database or a cache.</summary>
internal static class PortChecks
{
    /// <summary>It must listen on another port than the usual one, or be open to named security groups only.</summary>
    /// <param name="resource">The database or cache; its port is <c>port</c>, and the usual one if that is left out.</param>
    /// <param name="usual">The engine's usual port.</param>
    /// <param name="groups">The property that names its security groups.</param>
    public static Verdict HasOwnPortOrNamedClients(this Resource resource, int usual, string groups)
    {
        if (resource["port"] is { IsMissing: false, IsUnknown: false } port && port.Number != usual)
            return Verdict.Pass;
        var known = resource.Referred(groups, SecurityRules.Group).ToList();
        return known.Count == 0
            ? Verdict.CannotKnow("its security groups are not in this stack")
            : Verdict.All(
                known
                    .SelectMany(SecurityRules.Of)
                    .Where(rule => rule.Inbound)
                    .Select(rule =>
                        Judgement.Unless(
                            !rule.IsNamed,
                            $"port: got {usual}, open to {rule.NetworkText} by {rule.Where}; want security groups only, or another port",
                            $"who {rule.Where} lets in"
                        )
                    )
            );
    }
}
