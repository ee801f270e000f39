namespace Pulumi;

/// <summary>What is found at an address.</summary>
/// <param name="uri">The address: <c>http</c>, <c>https</c> or <c>file</c>.</param>
public sealed class RemoteAsset(string uri) : Asset(WireNames.Uri, uri);
