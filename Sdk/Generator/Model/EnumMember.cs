namespace Generator.Model;

/// <summary>A value of an enum; <paramref name="Literal"/> is C#.</summary>
internal sealed record EnumMember(string Name, string Literal, string? Obsolete);
