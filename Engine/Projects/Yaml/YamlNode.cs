using System.Collections.Immutable;

namespace Engine.Projects.Yaml;

/// <summary>A value of a YAML file with the place it stands at; lines and columns count from 1.</summary>
internal abstract record YamlNode(int Line, int Column);

/// <summary>
/// A scalar as it is written. Plain, that is without quotes, it may be a number, a truth value or null; the tag in front of it, such as
/// <c>!!str</c>, is empty where there is none.
/// </summary>
internal sealed record YamlScalar(string Text, bool Plain, string Tag, int Line, int Column) : YamlNode(Line, Column)
{
    private ScalarValue? _value;

    /// <summary>What it means.</summary>
    public ScalarValue Value => _value ??= YamlScalars.Resolve(this);
}

/// <summary>A list.</summary>
internal sealed record YamlList(ImmutableArray<YamlNode> Items, int Line, int Column) : YamlNode(Line, Column);

/// <summary>A map, in the order of the file.</summary>
internal sealed record YamlMap(ImmutableArray<YamlEntry> Entries, int Line, int Column) : YamlNode(Line, Column)
{
    /// <summary>The entry of a key, or nothing.</summary>
    public YamlEntry? this[string key] => Entries.FirstOrDefault(entry => entry.Key == key);
}

/// <summary>A key of a map, the place it stands at, and its value.</summary>
internal sealed record YamlEntry(string Key, int Line, int Column, YamlNode Value);
