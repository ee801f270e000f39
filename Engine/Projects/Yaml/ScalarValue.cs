namespace Engine.Projects.Yaml;

/// <summary>What a scalar of a YAML file is.</summary>
internal enum ScalarKind
{
    Null,
    Boolean,
    Integer,
    Float,
    Text,
}

/// <summary>A scalar and its canonical text: that of JSON for numbers and truth values, <c>null</c>, or the text itself.</summary>
internal readonly record struct ScalarValue(ScalarKind Kind, string Text);
