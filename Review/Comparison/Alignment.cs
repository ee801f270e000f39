using Engine.Model;
using Review.Model;

namespace Review.Comparison;

/// <summary>Finds for each resource of a stack the one that has its role in another: the same parents, type and name, but for the stacks' own names.</summary>
internal static class Alignment
{
    /// <summary>All resources of both, by role; the stacks themselves are left out.</summary>
    public static IReadOnlyList<AlignedResource> Of(StackSide left, StackSide right)
    {
        var (lefts, rights) = (ByRole(left), ByRole(right));
        var found = new List<AlignedResource>();
        foreach (var role in lefts.Keys.Union(rights.Keys).Order(StringComparer.Ordinal))
        {
            var (of, and) = (lefts.GetValueOrDefault(role, []), rights.GetValueOrDefault(role, []));
            for (var index = 0; index < Math.Max(of.Count, and.Count); index++)
                found.Add(new(role, of.ElementAtOrDefault(index), and.ElementAtOrDefault(index)));
        }
        return found;
    }

    private static Dictionary<string, List<Resource>> ByRole(StackSide side)
    {
        var found = new Dictionary<string, List<Resource>>(StringComparer.Ordinal);
        var known = new Dictionary<Resource, string>();
        foreach (var resource in side.Model.Resources.OrderBy(resource => resource.Urn, StringComparer.Ordinal))
            if (resource.Type != Urns.StackType)
                if (found.TryGetValue(Role(resource), out var same))
                    same.Add(resource);
                else
                    found[Role(resource)] = [resource];
        return found;

        string Role(Resource resource) =>
            known.TryGetValue(resource, out var role)
                ? role
                : known[resource] = $"{Above(resource)}{resource.Type} {side.Names.Without(resource.Name)}";

        string Above(Resource resource) =>
            resource.State.Parent is { } parent && side.Model.Find(parent) is { } above && above.Type != Urns.StackType
                ? $"{Role(above)} > "
                : "";
    }
}
