namespace Engine.Projects;

/// <summary>The types a project file can declare for a configuration key. There is none for fractions.</summary>
internal enum ConfigKind
{
    String,
    Integer,
    Boolean,
    Array,
    Object,
}

/// <summary>The type of a configuration key; <paramref name="Items"/> is that of a list's items, if it is said.</summary>
internal sealed record ConfigType(ConfigKind Kind, ConfigType? Items = null)
{
    /// <summary>In words, with its article.</summary>
    public string Words =>
        Kind switch
        {
            ConfigKind.String => "a text",
            ConfigKind.Integer => "a whole number",
            ConfigKind.Boolean => "true or false",
            ConfigKind.Array => Items is null ? "a list" : $"a list, each item {Items.Words}",
            _ => "a map",
        };

    /// <summary>The type a project file calls so, or nothing.</summary>
    public static ConfigKind? Parse(string word) =>
        word switch
        {
            "string" => ConfigKind.String,
            "integer" => ConfigKind.Integer,
            "boolean" => ConfigKind.Boolean,
            "array" => ConfigKind.Array,
            "object" => ConfigKind.Object,
            _ => null,
        };
}
