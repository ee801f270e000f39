namespace Engine.Values;

/// <summary>Nothing is known of it before deployment.</summary>
public sealed record UnknownValue : PropertyValue
{
    /// <summary>The only one.</summary>
    public static readonly UnknownValue Instance = new();

    private UnknownValue() { }
}
