namespace Engine.Values;

/// <summary>A blob: a text, a file or an address.</summary>
public sealed record AssetValue(AssetSource Source, string Value) : PropertyValue;
