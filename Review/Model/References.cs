using Engine.Model;
using Engine.Values;

namespace Review.Model;

/// <summary>An input of one resource that refers to another.</summary>
internal sealed record Use(Resource From, string Property);

/// <summary>
/// Which resource refers to which, found once for a whole stack in time linear in its size: by stand-ins in values, by the dependencies of values that
/// are unknown, and by names and ARNs that programs write out.
/// </summary>
internal sealed class References
{
    private readonly Dictionary<string, Resource> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Resource>> _byIdentity = new(StringComparer.Ordinal);
    private readonly Dictionary<Resource, Dictionary<string, List<Resource>>> _targets = [];
    private readonly Dictionary<Resource, List<Use>> _uses = [];
    private readonly StackModel _stack;

    /// <summary>Finds all references of a stack.</summary>
    public References(StackModel stack)
    {
        _stack = stack;
        foreach (var resource in stack.Resources)
        {
            _byName.TryAdd(FullName(resource.Type, resource.Name), resource);
            foreach (var identity in Identities.Of(resource))
                if (_byIdentity.TryGetValue(identity, out var same))
                    same.Add(resource);
                else
                    _byIdentity[identity] = [resource];
        }
        foreach (var resource in stack.Resources)
        foreach (var (property, value) in Said(resource).Properties)
        foreach (var target in Targets(resource, property, value))
            Add(resource, property, target);
    }

    /// <summary>What an input refers to.</summary>
    public IReadOnlyList<Resource> From(Resource resource, string property) =>
        _targets.TryGetValue(resource, out var own) && own.TryGetValue(property, out var targets) ? targets : [];

    /// <summary>Which inputs refer to a resource.</summary>
    public IReadOnlyList<Use> To(Resource resource) => _uses.TryGetValue(resource, out var uses) ? uses : [];

    /// <summary>The resources that a text refers to.</summary>
    public IEnumerable<Resource> In(string text)
    {
        foreach (var reference in Reference.In(text))
            if (_byName.TryGetValue(FullName(reference.Type, reference.Name), out var target))
                yield return target;
        foreach (var target in _byIdentity.GetValueOrDefault(Identities.WithoutSuffix(text), []))
            yield return target;
    }

    // What a stack hands out is what refers to others there; it has no inputs.
    private static ObjectValue Said(Resource resource) =>
        resource.Type == Urns.StackType ? resource.State.Outputs : resource.State.Inputs;

    private HashSet<Resource> Targets(Resource resource, string property, PropertyValue value)
    {
        var found = new HashSet<Resource>();
        if (value.Unwrap() is StringValue { Value: var text } && resource.Type != Urns.StackType && !property.Contains('.'))
        {
            found.UnionWith(In(text));
            // Rules read the same document later.
            if (resource.Json(property).Bare is { } document)
                Collect(document, found);
        }
        else
            Collect(value, found);
        if (value.ContainsUnknowns())
            foreach (var urn in resource.State.PropertyDependencies.GetValueOrDefault(property, []))
                if (_stack.Find(urn) is { } target)
                    found.Add(target);
        found.Remove(resource);
        return found;
    }

    private void Collect(PropertyValue value, HashSet<Resource> found)
    {
        switch (value)
        {
            case SecretValue { Inner: var inner }:
                Collect(inner, found);
                break;
            case StringValue { Value: var text }:
                found.UnionWith(In(text));
                // A document is read only if it can name something.
                if (JsonValues.Parse(text) is { } document)
                    Collect(document, found);
                break;
            case ArrayValue { Items: var items }:
                foreach (var item in items)
                    Collect(item, found);
                break;
            case ObjectValue { Properties: var properties }:
                foreach (var (_, item) in properties)
                    Collect(item, found);
                break;
            case ResourceReferenceValue { Urn: var urn } when _stack.Find(urn) is { } target:
                found.Add(target);
                break;
        }
    }

    private void Add(Resource from, string property, Resource target)
    {
        if (!_targets.TryGetValue(from, out var own))
            _targets[from] = own = new(StringComparer.Ordinal);
        if (own.TryGetValue(property, out var targets))
            targets.Add(target);
        else
            own[property] = [target];
        if (_uses.TryGetValue(target, out var uses))
            uses.Add(new Use(from, property));
        else
            _uses[target] = [new Use(from, property)];
    }

    // Texts as keys: dictionaries of pairs are compiled at every start.
    private static string FullName(string type, string name) => $"{type}|{name}";
}
