namespace Generator.Schema;

/// <summary>A line of a list of tokens; <paramref name="Position"/> is where the line starts.</summary>
internal readonly record struct TokenEntry(string Token, int Position);
