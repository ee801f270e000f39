using System.Globalization;

namespace Engine.Values;

/// <summary>Writes property paths the way Pulumi does: <c>tags.Name</c>, <c>rules[0].port</c>, <c>tags["a.b"]</c>.</summary>
public static class PropertyPath
{
    /// <summary>The path of a key below <paramref name="path"/>; quoted when it holds a dot, a bracket or a quote.</summary>
    public static string Key(string path, string key) =>
        key.AsSpan().IndexOfAny(".[]\"") >= 0 || key.Length == 0
            ? $"{path}[\"{key.Replace("\"", "\\\"", StringComparison.Ordinal)}\"]"
        : path.Length == 0 ? key
        : $"{path}.{key}";

    /// <summary>The path of a list item below <paramref name="path"/>.</summary>
    public static string Index(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");
}
