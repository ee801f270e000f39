namespace Pulumi;

/// <summary>The archive file found at an address.</summary>
/// <param name="uri">The address: <c>http</c>, <c>https</c> or <c>file</c>.</param>
public sealed class RemoteArchive(string uri) : Archive(WireNames.Uri, uri);
