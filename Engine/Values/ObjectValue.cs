using System.Collections.Immutable;

namespace Engine.Values;

/// <summary>A map; equal to another with equal values under the same keys.</summary>
public sealed record ObjectValue(ImmutableSortedDictionary<string, PropertyValue> Properties) : PropertyValue
{
    /// <summary>The map without keys. Keys are compared byte by byte, everywhere.</summary>
    public static readonly ObjectValue Empty = new(
        ImmutableSortedDictionary.Create<string, PropertyValue>(StringComparer.Ordinal)
    );

    /// <summary>The value under a key, or nothing.</summary>
    public PropertyValue? this[string key] => Properties.GetValueOrDefault(key);

    /// <summary>The same map with one value added or replaced.</summary>
    public ObjectValue With(string key, PropertyValue value) => new(Properties.SetItem(key, value));

    /// <inheritdoc/>
    public bool Equals(ObjectValue? other) => other is not null && Properties.SequenceEqual(other.Properties);

    /// <inheritdoc/>
    public override int GetHashCode() => Properties.Count;
}
