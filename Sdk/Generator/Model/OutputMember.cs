namespace Generator.Model;

/// <summary>A value that comes back; <paramref name="Parameter"/> is its name in the constructor.</summary>
internal sealed record OutputMember(string Wire, string Name, string Parameter, string Type);
