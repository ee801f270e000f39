using Engine.Providers;

namespace Review.Model.Aws;

/// <summary>The tags that a resource ends up with: its own, and those that its provider gives to everything.</summary>
internal static class Tags
{
    /// <summary>A tag; missing where the resource has none of that key, unknown where that is not known.</summary>
    public static Value Of(Resource resource, string? key)
    {
        if (resource["tags"].IsUnknown)
            return resource["tags"];
        var own = Find(resource["tags"], key);
        if (!own.IsMissing || Provider(resource) is not { } provider)
            return own;
        var defaults = provider.Json("defaultTags");
        return defaults.IsUnknown ? defaults : Find(defaults["tags"], key);
    }

    /// <summary>The provider that a resource belongs to; nothing where the stack has no such one.</summary>
    public static Resource? Provider(Resource resource) =>
        resource.State.Provider is { } text && ProviderReference.Parse(text) is { } reference
            ? resource.Stack.Find(reference.Urn)
            : null;

    /// <summary>The tags that a provider puts on everything.</summary>
    public static IEnumerable<Member> OfProvider(Resource? provider) => provider?.Json("defaultTags")["tags"].Members ?? [];

    private static Value Find(Value tags, string? key) =>
        tags.Members.FirstOrDefault(member => member.Key == key)?.Value ?? Value.Missing;
}
