using System.Collections.Immutable;
using Engine.Planning;

namespace Engine.Projects;

/// <summary>Configuration keys: <c>namespace:name</c>.</summary>
internal static class ConfigKey
{
    /// <summary>
    /// The full form of a key as it may be written: without a namespace it is the project's, and <c>namespace:config:name</c> is an old way of
    /// writing <c>namespace:name</c>. Nothing where it is no key.
    /// </summary>
    public static string? Normalize(string key, string project)
    {
        var parts = key.Split(':');
        return parts switch
        {
            [{ Length: > 0 } name] => $"{project}:{name}",
            [{ Length: > 0 }, { Length: > 0 }] => key,
            [{ Length: > 0 } owner, "config", { Length: > 0 } name] => $"{owner}:{name}",
            _ => null,
        };
    }

    /// <summary>What stands before the colon.</summary>
    public static string Namespace(string key) => key[..key.IndexOf(':', StringComparison.Ordinal)];

    /// <summary>What stands after the colon.</summary>
    public static string Name(string key) => key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>
    /// A key read as a path: <c>ns:a.b[0]</c> is item 0 of <c>b</c> of the value <c>ns:a</c>. Where the name is no path, it is one key.
    /// </summary>
    public static (string Top, ImmutableArray<PathElement> Inner) Path(string key)
    {
        var (owner, name) = (Namespace(key), Name(key));
        return PropertyPaths.Parse(name) is [{ Key: { } first }, .. var rest] ? ($"{owner}:{first}", rest) : (key, []);
    }
}
