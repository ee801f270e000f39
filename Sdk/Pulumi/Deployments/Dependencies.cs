namespace Pulumi;

/// <summary>Turns the resources something depends on into URNs the engine can wait for.</summary>
internal static class Dependencies
{
    /// <summary>
    /// Adds the URNs of resources. A component of this program stands for everything in it, down to resources of providers and components
    /// of packages; it has no URN anything could wait for.
    /// </summary>
    /// <param name="resources">The resources.</param>
    /// <param name="dependent">Who depends on them; it cannot wait for itself.</param>
    /// <param name="urns">Where to add.</param>
    public static async ValueTask AddUrnsAsync(IReadOnlyCollection<Resource> resources, Resource? dependent, HashSet<string> urns)
    {
        foreach (var resource in Expanded(resources))
        {
            if (ReferenceEquals(resource, dependent))
                continue;
            if (await resource.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false) is { Length: > 0 } urn)
                urns.Add(urn);
        }
    }

    private static IEnumerable<Resource> Expanded(IReadOnlyCollection<Resource> resources) =>
        resources.All(resource => resource is CustomResource) ? resources : Walk(resources);

    private static List<Resource> Walk(IReadOnlyCollection<Resource> resources)
    {
        var found = new List<Resource>();
        var seen = new HashSet<Resource>();
        var open = new System.Collections.Generic.Stack<Resource>(resources.Reverse());
        while (open.TryPop(out var resource))
        {
            if (resource is null || !seen.Add(resource))
                continue;
            if (resource is CustomResource || resource.IsRemote)
                found.Add(resource);
            if (resource is not ComponentResource)
                continue;
            foreach (var child in resource.Children().Reverse())
                open.Push(child);
        }
        return found;
    }
}
