namespace Pulumi;

/// <summary>The content of a file.</summary>
/// <param name="path">Path of the file, from the program's folder.</param>
public sealed class FileAsset(string path) : Asset(WireNames.Path, path);
