namespace Engine.Documents;

/// <summary>How a document shows a secret. None shows its content.</summary>
internal enum SecretForm
{
    /// <summary>As the text <c>[secret]</c>; byte strings are shown as texts too.</summary>
    Masked,

    /// <summary>As a secret whose ciphertext is <c>[secret]</c>, so that who reads it knows that there is one.</summary>
    Sealed,
}
