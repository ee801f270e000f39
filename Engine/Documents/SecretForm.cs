using Engine.Values;

namespace Engine.Documents;

/// <summary>How a document shows a secret. None shows its content.</summary>
internal sealed class SecretForm
{
    /// <summary>As the text <c>[secret]</c>; byte strings are shown as texts too.</summary>
    public static readonly SecretForm Masked = new(null);

    /// <summary>As a secret whose ciphertext is <c>[secret]</c>, so that who reads it knows that there is one.</summary>
    public static readonly SecretForm Sealed = new(null);

    private readonly Func<SecretValue, SecretDigest?>? _digest;

    private SecretForm(Func<SecretValue, SecretDigest?>? digest) => _digest = digest;

    /// <summary>As a secret whose ciphertext is its digest, or <c>[secret]</c> where it has none.</summary>
    public static SecretForm Digested(Func<SecretValue, SecretDigest?> digest) => new(digest);

    /// <summary>What stands in the place of a ciphertext.</summary>
    public string Ciphertext(SecretValue secret) => _digest?.Invoke(secret)?.ToString() ?? SecretValue.Mask;
}
