using System.Collections.Immutable;

namespace Engine.Values;

/// <summary>A list; equal to another with equal items in the same order.</summary>
public sealed record ArrayValue(ImmutableArray<PropertyValue> Items) : PropertyValue
{
    /// <inheritdoc/>
    public bool Equals(ArrayValue? other) => other is not null && Items.SequenceEqual(other.Items);

    /// <inheritdoc/>
    public override int GetHashCode() => Items.Length;
}
