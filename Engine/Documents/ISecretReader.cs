namespace Engine.Documents;

/// <summary>Opens what a checkpoint keeps encrypted.</summary>
internal interface ISecretReader
{
    /// <summary>The JSON text of a secret; nothing where it cannot be opened.</summary>
    string? Open(string ciphertext);
}
