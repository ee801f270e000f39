namespace SchemaTool;

/// <summary>A reduced schema and what whoever asked for it should know.</summary>
internal sealed record Reduced(string Text, IReadOnlyList<string> Notes);
