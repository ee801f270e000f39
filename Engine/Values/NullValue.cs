namespace Engine.Values;

/// <summary>No value.</summary>
public sealed record NullValue : PropertyValue
{
    /// <summary>The only one.</summary>
    public static readonly NullValue Instance = new();

    private NullValue() { }
}
