namespace Engine.Values;

/// <summary>A text.</summary>
public sealed record StringValue(string Value) : PropertyValue;
