namespace Engine.Values;

/// <summary>A blob: a text, a file or an address.</summary>
public sealed record AssetValue(AssetSource Source, string Value) : PropertyValue
{
    /// <summary>SHA-256 of its content, in lower-case hexadecimal. Default: not known.</summary>
    public string? Hash { get; init; }
}
