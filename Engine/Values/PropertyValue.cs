using System.Collections.Immutable;

namespace Engine.Values;

/// <summary>A value of a resource property, as the engine sees it: plain data plus what Pulumi adds to it (unknown, secret, asset, reference).</summary>
public abstract record PropertyValue
{
    private protected PropertyValue() { }
}

/// <summary>No value.</summary>
public sealed record NullValue : PropertyValue
{
    /// <summary>The only one.</summary>
    public static readonly NullValue Instance = new();

    private NullValue() { }
}

/// <summary>A truth value.</summary>
public sealed record BoolValue(bool Value) : PropertyValue;

/// <summary>A number; Pulumi's protocol has doubles only.</summary>
public sealed record NumberValue(double Value) : PropertyValue;

/// <summary>A text.</summary>
public sealed record StringValue(string Value) : PropertyValue;

/// <summary>Nothing is known of it before deployment.</summary>
public sealed record UnknownValue : PropertyValue
{
    /// <summary>The only one.</summary>
    public static readonly UnknownValue Instance = new();

    private UnknownValue() { }
}

/// <summary>A value that must never be shown. Its text form shows nothing of it.</summary>
public sealed record SecretValue(PropertyValue Inner) : PropertyValue
{
    /// <inheritdoc/>
    public override string ToString() => "[secret]";
}

/// <summary>A list; equal to another with equal items in the same order.</summary>
public sealed record ArrayValue(ImmutableArray<PropertyValue> Items) : PropertyValue
{
    /// <inheritdoc/>
    public bool Equals(ArrayValue? other) => other is not null && Items.SequenceEqual(other.Items);

    /// <inheritdoc/>
    public override int GetHashCode() => Items.Length;
}

/// <summary>A map; equal to another with equal values under the same keys.</summary>
public sealed record ObjectValue(ImmutableSortedDictionary<string, PropertyValue> Properties) : PropertyValue
{
    /// <summary>The map without keys. Keys are compared byte by byte, everywhere.</summary>
    public static readonly ObjectValue Empty = new(
        ImmutableSortedDictionary.Create<string, PropertyValue>(StringComparer.Ordinal)
    );

    /// <summary>The value under a key, or nothing.</summary>
    public PropertyValue? this[string key] => Properties.GetValueOrDefault(key);

    /// <inheritdoc/>
    public bool Equals(ObjectValue? other) => other is not null && Properties.SequenceEqual(other.Properties);

    /// <inheritdoc/>
    public override int GetHashCode() => Properties.Count;
}

/// <summary>Which of its three forms an asset or archive has.</summary>
public enum AssetSource
{
    /// <summary>The text itself.</summary>
    Text,

    /// <summary>A path on the machine of the program.</summary>
    Path,

    /// <summary>An address to fetch from.</summary>
    Uri,
}

/// <summary>A blob: a text, a file or an address.</summary>
public sealed record AssetValue(AssetSource Source, string Value) : PropertyValue;

/// <summary>A set of blobs: a file, an address, or named members.</summary>
public sealed record ArchiveValue(AssetSource Source, string Value, ObjectValue? Members) : PropertyValue;

/// <summary>A resource passed as a value. An id of <see langword="null"/> means a component, <see cref="UnknownValue"/> one not yet known.</summary>
public sealed record ResourceReferenceValue(string Urn, PropertyValue? Id, string PackageVersion) : PropertyValue;
