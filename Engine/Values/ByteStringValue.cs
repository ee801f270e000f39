using System.Collections.Immutable;

namespace Engine.Values;

/// <summary>A text that is not valid UTF-8, as its bytes; equal to another with the same bytes.</summary>
public sealed record ByteStringValue(ImmutableArray<byte> Bytes) : PropertyValue
{
    /// <inheritdoc/>
    public bool Equals(ByteStringValue? other) => other is not null && Bytes.AsSpan().SequenceEqual(other.Bytes.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Bytes.Length;
}
