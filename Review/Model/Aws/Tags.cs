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
        if (!own.IsMissing || resource.State.Provider is not { } text || ProviderReference.Parse(text) is not { } provider)
            return own;
        var defaults = resource.Stack.Find(provider.Urn)?.Json("defaultTags") ?? default;
        return defaults.IsUnknown ? defaults : Find(defaults["tags"], key);
    }

    private static Value Find(Value tags, string? key) => tags.Members.FirstOrDefault(member => member.Key == key).Value;
}
