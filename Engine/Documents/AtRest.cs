namespace Engine.Documents;

/// <summary>Names of Pulumi's at-rest forms that the wire does not have.</summary>
internal static class AtRest
{
    /// <summary>A number that JSON has no text for.</summary>
    public const string Number = "8ad145fe-0d11-4827-bfd7-1abcbf086f5c";

    public const string Assets = "assets";
    public const string Ciphertext = "ciphertext";
    public const string Hash = "hash";
    public const string Id = "id";
    public const string PackageVersion = "packageVersion";
    public const string Path = "path";
    public const string Plaintext = "plaintext";
    public const string Text = "text";
    public const string Uri = "uri";
    public const string Urn = "urn";
    public const string Value = "value";
}
