using System.Runtime.CompilerServices;
using Review.Model;

namespace Review.Cost.Pricing;

/// <summary>
/// References that hold for what is deployed too: there real ids stand where a preview has stand-ins, and only the recorded dependencies say whose they are.
/// </summary>
internal static class Links
{
    private static readonly ConditionalWeakTable<StackModel, ILookup<string, Use>> Users = [];

    /// <summary>The resources of a type that an input refers to.</summary>
    public static IEnumerable<Resource> Linked(this Resource resource, string property, string type)
    {
        var known = resource.Referred(property, type).ToList();
        return known.Count > 0
            ? known
            : resource
                .State.PropertyDependencies.GetValueOrDefault(property, [])
                .Select(resource.Stack.Find)
                .OfType<Resource>()
                .Where(target => target.Type == type);
    }

    /// <summary>The resources of a type of which an input refers to this one.</summary>
    public static IEnumerable<Resource> LinkedBy(this Resource resource, string type, string property)
    {
        var known = resource.ReferredBy(type, property).ToList();
        return known.Count > 0
            ? known
            : Users
                .GetValue(resource.Stack, ByTarget)[resource.Urn]
                .Where(use => use.Property == property && use.From.Type == type)
                .Select(use => use.From)
                .Distinct();
    }

    private static ILookup<string, Use> ByTarget(StackModel stack) =>
        stack
            .Resources.SelectMany(resource =>
                resource.State.PropertyDependencies.SelectMany(input =>
                    input.Value.Select(urn => (Urn: urn, Use: new Use(resource, input.Key)))
                )
            )
            .ToLookup(found => found.Urn, found => found.Use, StringComparer.Ordinal);
}
