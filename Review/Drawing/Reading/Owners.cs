using Engine.Model;
using Review.Model;
using Review.Model.Aws;

namespace Review.Drawing.Reading;

/// <summary>
/// Whose part each resource of a stack is. An owner is drawn itself, as a card or as a box; components, providers and the stack have none. References decide, then
/// the component that a part was made in; what is nobody's part is its own owner.
/// </summary>
internal sealed class Owners
{
    private readonly Dictionary<Resource, Resource> _owners = [];
    private readonly Dictionary<string, Resource> _firstIn = new(StringComparer.Ordinal);
    private readonly StackModel _stack;

    /// <summary>Finds the owners of all resources of a stack.</summary>
    public Owners(StackModel stack)
    {
        _stack = stack;
        var parts = new List<Resource>();
        Resources = [.. stack.Resources.Where(IsDrawn)];
        foreach (var resource in Resources)
            if (IsBox(resource) || CardTypes.Of(resource) is not null)
                Own(resource, resource);
            else
                parts.Add(resource);
        Repeat(parts, ByReference);
        Repeat(parts, ByComponent);
        foreach (var part in parts.ToList())
            if (!_owners.ContainsKey(part))
                Own(part, part);
    }

    /// <summary>All that is drawn or belongs to what is drawn, by URN.</summary>
    public IReadOnlyList<Resource> Resources { get; }

    /// <summary>The owner of a resource; nothing for components, providers and the stack.</summary>
    public Resource? Of(Resource resource) => _owners.GetValueOrDefault(resource);

    /// <summary>Whether a resource is drawn as a box around others.</summary>
    public static bool IsBox(Resource resource) => resource.Type is Routes.Vpc or Routes.Subnet or CardNames.Cluster;

    private static bool IsDrawn(Resource resource) =>
        resource.State.Custom && !resource.Type.StartsWith("pulumi:", StringComparison.Ordinal);

    private void Repeat(List<Resource> parts, Func<Resource, Resource?> find)
    {
        for (var progress = true; progress; )
        {
            progress = false;
            for (var at = 0; at < parts.Count; at++)
                if (find(parts[at]) is { } owner)
                {
                    Own(parts[at], owner);
                    parts.RemoveAt(at--);
                    progress = true;
                }
        }
    }

    private void Own(Resource part, Resource owner)
    {
        _owners[part] = owner;
        // What stands for many alike is not what a component is about.
        if (part != owner || CardTypes.Of(owner)?.Most == 0)
            return;
        for (var above = Above(owner); above is not null; above = Above(above))
            _firstIn.TryAdd(above.Urn, owner);
    }

    private Resource? Above(Resource resource) => resource.State.Parent is { } parent ? _stack.Find(parent) : null;

    private Resource? ByReference(Resource part)
    {
        if (OwnerRules.Named(part.Type) is { } properties)
            return properties
                .SelectMany(property => part.Referred(property))
                .Select(Of)
                .FirstOrDefault(owner => owner is not null);
        if (OwnerRules.IsNamedByOwner(part.Type))
            return Best(
                part,
                _stack
                    .References.To(part)
                    .Where(use => !OwnerRules.IsForeign(use.Property) || use.From.State.Parent == part.State.Parent)
                    .Select(use => use.From)
            );
        var named = Best(
            part,
            part.State.Inputs.Properties.Keys.Where(key => !OwnerRules.IsForeign(key)).SelectMany(key => part.Referred(key))
        );
        return named is not null && (OwnerRules.IsPartByName(part.Type) || Module(named) == Module(part)) ? named : null;
    }

    // What was made in a component without being drawn belongs to the first that is drawn in it, but not in the one that holds everything.
    private Resource? ByComponent(Resource part)
    {
        if (ByReference(part) is { } named)
            return named;
        if (!part.Type.StartsWith("aws:", StringComparison.Ordinal) && !OwnerRules.IsNamedByOwner(part.Type))
            return null;
        for (var above = Above(part); above is not null && Above(above) is { } over && over.Type != Urns.StackType; above = over)
            if (Of(above) is { } owner || _firstIn.TryGetValue(above.Urn, out owner))
                return owner;
        return null;
    }

    // The nearest of those that are there: made in the same component, of the same service of AWS, drawn itself.
    private Resource? Best(Resource part, IEnumerable<Resource> others)
    {
        var (best, most) = ((Resource?)null, -1);
        // Equals are taken by name, whatever the order in which the program registered them.
        foreach (var other in others.OrderBy(other => other.Urn, StringComparer.Ordinal))
            if (Of(other) is { } owner && Rank(part, other, owner) is var rank && rank > most)
                (best, most) = (owner, rank);
        return best;
    }

    private static int Rank(Resource part, Resource other, Resource owner) =>
        (other.State.Parent == part.State.Parent ? 4 : 0) + (Module(other) == Module(part) ? 2 : 0) + (owner == other ? 1 : 0);

    private static string Module(Resource resource)
    {
        var end = resource.Type.AsSpan().IndexOfAny('/', '.');
        return end < 0 ? resource.Type[..resource.Type.LastIndexOf(':')] : resource.Type[..end];
    }
}
