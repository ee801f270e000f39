namespace Pulumi;

/// <summary>
/// The former names of a resource, its own and those it inherits from former names of the resources above it. An engine that knows alias
/// specs works the inherited ones out itself, so the URNs are made only when asked for.
/// </summary>
internal sealed class AliasHistory
{
    private readonly Resource _resource;
    private readonly Resource? _parent;
    private readonly List<Input<Alias>> _own;
    private readonly Lazy<List<Output<string>>> _urns;

    private AliasHistory(Resource resource, Resource? parent, List<Input<Alias>> own)
    {
        (_resource, _parent, _own) = (resource, parent, own);
        _urns = new(MakeUrns);
    }

    /// <summary>All former URNs: own ones, then for each of the parent's the present name and each own former name below it.</summary>
    public IReadOnlyList<Output<string>> Urns => _urns.Value;

    public static AliasHistory? Of(Resource resource, ResourceOptions options) =>
        options.HasAliases || options.Parent?.Aliases is not null
            ? new(resource, options.Parent, options.HasAliases ? options.Aliases : [])
            : null;

    private List<Output<string>> MakeUrns()
    {
        var (name, type) = (_resource.GetResourceName(), _resource.GetResourceType());
        var own = _own.ConvertAll(alias => alias.ToOutput().Apply(a => a.ToUrn(name, type, _parent)));
        var all = new List<Output<string>>(own);
        foreach (var parent in _parent?.Aliases?.Urns ?? [])
        {
            all.Add(Below(parent, name, type));
            all.AddRange(own.Select(urn => urn.Apply(u => Below(parent, Urn.NameOf(u), Urn.TypeOf(u)))));
        }
        return all;
    }

    /// <summary>The URN a child had below a former URN of the parent. A name that begins with the parent's name had begun with the former one.</summary>
    private Output<string> Below(Output<string> formerParent, string name, string type)
    {
        var parentName = _parent!.GetResourceName();
        var formerName = name.StartsWith(parentName, StringComparison.Ordinal)
            ? formerParent.Apply(urn => Urn.NameOf(urn) + name[parentName.Length..])
            : Output.Create(name);
        return Urn.Create(formerName, type, parentUrn: formerParent);
    }
}
