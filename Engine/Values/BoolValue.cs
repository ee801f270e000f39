namespace Engine.Values;

/// <summary>A truth value.</summary>
public sealed record BoolValue(bool Value) : PropertyValue
{
    /// <summary>The one that is true.</summary>
    public static readonly BoolValue True = new(true);

    /// <summary>The one that is false.</summary>
    public static readonly BoolValue False = new(false);

    /// <summary>One of the two, without allocating.</summary>
    public static BoolValue Of(bool value) => value ? True : False;
}
