namespace Pulumi;

/// <summary>A text.</summary>
/// <param name="text">The text.</param>
public sealed class StringAsset(string text) : Asset(WireNames.Text, text);
