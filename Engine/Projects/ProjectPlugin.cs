namespace Engine.Projects;

/// <summary>A plugin a project brings along.</summary>
/// <param name="Kind"><c>providers</c>, <c>languages</c> or <c>analyzers</c>.</param>
/// <param name="Name">For a provider the package's name.</param>
/// <param name="Path">Where it lies, relative to the project file.</param>
/// <param name="Version">Its version. Default: whatever lies there.</param>
public sealed record ProjectPlugin(string Kind, string Name, string Path, string? Version);
