namespace Generator.Emit;

/// <summary>One generated file.</summary>
internal sealed record SourceUnit(string HintName, string Text);
