namespace Engine.Values;

/// <summary>A set of blobs: a file, an address, or named members (then <paramref name="Value"/> is empty and the source is text).</summary>
public sealed record ArchiveValue(AssetSource Source, string Value, ObjectValue? Members) : PropertyValue
{
    /// <summary>SHA-256 of its content, in lower-case hexadecimal. Default: not known.</summary>
    public string? Hash { get; init; }
}
