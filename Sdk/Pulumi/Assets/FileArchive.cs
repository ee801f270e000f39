namespace Pulumi;

/// <summary>A folder, or an archive file (<c>.tar</c>, <c>.tgz</c>, <c>.zip</c>, <c>.jar</c> …).</summary>
/// <param name="path">Its path, from the program's folder.</param>
public sealed class FileArchive(string path) : Archive(WireNames.Path, path);
