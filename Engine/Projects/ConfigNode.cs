using System.Collections.Immutable;
using Engine.Projects.Yaml;

namespace Engine.Projects;

/// <summary>A value of a stack's configuration with the place it was written at.</summary>
internal abstract record ConfigNode(int Line);

/// <summary>A plain scalar. Alone it is a text; inside lists and maps numbers, truth values and nulls keep their kind.</summary>
internal sealed record ConfigScalar(ScalarValue Value, int Line) : ConfigNode(Line)
{
    public static ConfigScalar Of(string text, int line = 0) => new(new ScalarValue(ScalarKind.Text, text), line);
}

/// <summary>An encrypted text, as it stands in the file.</summary>
internal sealed record ConfigSecret(string Ciphertext, int Line) : ConfigNode(Line);

/// <summary>A list.</summary>
internal sealed record ConfigList(ImmutableArray<ConfigNode> Items, int Line) : ConfigNode(Line);

/// <summary>A map. The line of a member is that of its key.</summary>
internal sealed record ConfigMap(ImmutableSortedDictionary<string, ConfigMember> Members, int Line) : ConfigNode(Line)
{
    public static readonly ImmutableSortedDictionary<string, ConfigMember> None = ImmutableSortedDictionary.Create<
        string,
        ConfigMember
    >(StringComparer.Ordinal);
}

/// <summary>A member of a map: its value and the line of its key.</summary>
internal sealed record ConfigMember(ConfigNode Value, int Line);
