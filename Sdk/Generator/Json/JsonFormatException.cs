using System;

namespace Generator.Json;

/// <summary>The text is not JSON; <see cref="Position"/> is the offset of the character that cannot stand there.</summary>
internal sealed class JsonFormatException(string message, int position) : Exception(message)
{
    public int Position { get; } = position;
}
