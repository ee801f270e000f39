using Google.Protobuf.WellKnownTypes;

namespace Pulumi;

internal sealed partial class Serializer
{
    private async ValueTask<Value?> SerializeOutputAsync(IOutput output)
    {
        var data = await output.GetDataAsync().ConfigureAwait(false);
        if (_keepOutputs)
            return await SerializeOutputValueAsync(data).ConfigureAwait(false);

        DependOn(data.Resources);
        if (!data.IsKnown)
            return Unknown();
        var value = await SerializeAsync(data.Value).ConfigureAwait(false);
        if (!data.IsSecret)
            return value;
        HasSecrets = true;
        return MarksSecrets ? Special(WireNames.Secret, (WireNames.Value, value ?? Value.ForNull())) : value;
    }

    /// <summary>An output with everything known of it, for components of packages; a plain known value stays a plain value.</summary>
    private async ValueTask<Value?> SerializeOutputValueAsync(UntypedData data)
    {
        var outer = TakeDependencies();
        _keepOutputs = false; // what stands inside an output is sent as values
        var value = data.IsKnown ? await SerializeAsync(data.Value).ConfigureAwait(false) : null;
        _keepOutputs = true;
        DependOn(data.Resources);
        var own = TakeDependencies();
        _dependencies = outer;
        foreach (var resource in own ?? [])
            (_dependencies ??= []).Add(resource);

        if (data is { IsKnown: true, IsSecret: false } && own is null)
            return value;
        var special = Special(WireNames.OutputValue);
        var fields = special.StructValue.Fields;
        if (data.IsKnown)
            fields[WireNames.Value] = value ?? Value.ForNull();
        else
            HasUnknowns = true;
        if (data.IsSecret)
            fields[WireNames.IsSecret] = Value.ForBool(true);

        var urns = new HashSet<string>();
        await Dependencies.AddUrnsAsync(own ?? [], dependent: null, urns).ConfigureAwait(false);
        if (urns.Count > 0)
            fields[WireNames.Dependencies] = Value.ForList([.. urns.Order(StringComparer.Ordinal).Select(Value.ForString)]);
        return special;
    }

    private async ValueTask<Value?> SerializeResourceAsync(Resource resource)
    {
        if (!(keepResources && referencesAreNoDependencies))
            DependOn(ResourceSet.Of(resource));

        var urn = await resource.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        if (resource is not CustomResource custom)
            return keepResources ? Special(WireNames.Resource, (WireNames.Urn, Value.ForString(urn))) : Value.ForString(urn);

        var id = await custom.Id.DataAsync().ConfigureAwait(false);
        if (keepResources)
        {
            var known = Value.ForString(id.IsKnown ? id.Value : "");
            return Special(WireNames.Resource, (WireNames.Urn, Value.ForString(urn)), (WireNames.Id, known));
        }
        return id.IsKnown ? Value.ForString(id.Value) : Unknown();
    }

    private Value Unknown()
    {
        HasUnknowns = true;
        return Value.ForString(WireNames.Unknown);
    }
}
