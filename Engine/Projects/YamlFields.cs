using System.Collections.Immutable;
using Engine.Projects.Yaml;
using Engine.Text;

namespace Engine.Projects;

/// <summary>Reads the fields of one YAML map and says of each what does not fit.</summary>
internal sealed class YamlFields(YamlMap map, string path, ProblemList problems)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    /// <summary>The entries nobody asked for.</summary>
    public ImmutableArray<YamlEntry> Unread => [.. map.Entries.Where(entry => !_read.Contains(entry.Key))];

    /// <summary>The entry of a key; nothing where it is not there or null.</summary>
    public YamlEntry? Entry(string key)
    {
        _read.Add(key);
        return map[key] is { Value: not YamlScalar { Value.Kind: ScalarKind.Null } } entry ? entry : null;
    }

    /// <summary>A text; nothing where it is not there.</summary>
    public string? Text(string key)
    {
        if (Entry(key) is not { } entry)
            return null;
        if (entry.Value is YamlScalar { Value.Kind: ScalarKind.Text } text)
            return text.Text;
        Wrong(entry, "a text", entry.Value is YamlScalar ? "put it in quotes" : null);
        return null;
    }

    /// <summary>A text of any scalar, numbers and truth values included.</summary>
    public string? Scalar(string key)
    {
        if (Entry(key) is not { } entry)
            return null;
        if (entry.Value is YamlScalar scalar)
            return scalar.Value.Text;
        Wrong(entry, "a text");
        return null;
    }

    /// <summary>true or false; false where it is not there.</summary>
    public bool Flag(string key)
    {
        if (Entry(key) is not { } entry)
            return false;
        if (entry.Value is YamlScalar { Value: { Kind: ScalarKind.Boolean, Text: var word } })
            return word == "true";
        Wrong(entry, "true or false");
        return false;
    }

    /// <summary>The fields of a map; nothing where it is not there.</summary>
    public YamlFields? Map(string key)
    {
        if (Entry(key) is not { } entry)
            return null;
        if (entry.Value is YamlMap inner)
            return new YamlFields(inner, Path(key), problems);
        Wrong(entry, "a map");
        return null;
    }

    /// <summary>The items of a list; none where it is not there.</summary>
    public ImmutableArray<YamlNode> List(string key)
    {
        if (Entry(key) is not { } entry)
            return [];
        if (entry.Value is YamlList list)
            return list.Items;
        Wrong(entry, "a list");
        return [];
    }

    /// <summary>Refuses the entries nobody asked for.</summary>
    public void RefuseOthers()
    {
        foreach (var entry in Unread)
            problems.Add($"{Path(entry.Key)} (line {entry.Line}): unknown key; {Suggestion.For(entry.Key, _read)}");
    }

    /// <summary>Says that a value is not what it should be.</summary>
    public void Wrong(YamlEntry entry, string want, string? wayOut = null) =>
        problems.Add($"{Path(entry.Key)} (line {entry.Line})", ConfigTypes.Describe(ConfigNodes.From(entry.Value)), want, wayOut);

    public string Path(string key) => path.Length == 0 ? key : $"{path}.{key}";
}
