using Engine.Values;
using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails;

/// <summary>What rules ask about Availability Zones.</summary>
internal static class ZoneChecks
{
    /// <summary>Subnets that an input names must lie in two zones or more.</summary>
    /// <param name="resource">Whose.</param>
    /// <param name="path">The path of the list of subnets.</param>
    public static Verdict SpansZones(this Resource resource, string path)
    {
        var subnets = resource[path];
        if (subnets.Bare is UnknownValue)
            return Verdict.CannotKnow($"{path} is known only after the deployment");
        var ids = subnets.Items.Select(subnet => subnet.Text).Distinct().ToList();
        if (ids.Count < 2)
            return Verdict.Fail(
                $"{path}: got {(ids.Count == 0 ? "no subnet" : "one subnet")}, want subnets in two Availability Zones or more"
            );
        var known = subnets
            .Items.SelectMany(subnet => subnet.Text is { } text ? resource.Stack.References.In(text) : [])
            .Where(subnet => subnet.Type == Routes.Subnet)
            .Select(ZoneOf)
            .ToList();
        return known.Where(zone => zone is not null).Distinct().Count() > 1 ? Verdict.Pass
            : known.Count < ids.Count || known.Contains(null)
                ? Verdict.CannotKnow($"the zones of {path} are not known in this stack")
            : Verdict.Fail($"{path}: got subnets in {known[0]} only, want two Availability Zones or more");
    }

    /// <summary>The zone of a subnet or of what lies in it, as far as it is known.</summary>
    public static string? ZoneOf(Resource subnet) =>
        (subnet["availabilityZone"].IsMissing ? subnet["availabilityZoneId"] : subnet["availabilityZone"])
            is { IsUnknown: false, Text: { } zone }
            ? zone
            : null;
}
