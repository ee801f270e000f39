using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Engine.Projects;

/// <summary>Opens what Pulumi encrypted with a passphrase: AES-256-GCM under a key of PBKDF2.</summary>
/// <remarks>Making the key takes about a quarter of a second on purpose, so it is made only where there is something to open, and once.</remarks>
internal sealed class PassphraseCipher
{
    private const string Version = "v1";
    private const string Check = "pulumi";
    private const int Iterations = 1_000_000;
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    // A stack file and its checkpoint share one salt.
    private static readonly ConcurrentDictionary<(string Salt, string Passphrase), PassphraseCipher?> Made = new();
    private readonly byte[] _key;

    private PassphraseCipher(byte[] key) => _key = key;

    /// <summary>The cipher of a salt such as <c>v1:salt:v1:nonce:data</c>; nothing where the passphrase is not the one of its check.</summary>
    /// <exception cref="FormatException">The salt is none.</exception>
    public static PassphraseCipher? Open(string salt, string passphrase) =>
        Made.GetOrAdd((salt, passphrase), static made => Make(made.Salt, made.Passphrase));

    private static PassphraseCipher? Make(string salt, string passphrase)
    {
        if (salt.Split(':', 3) is not [Version, var bytes, var check])
            throw new FormatException("The salt is not v1:salt:check");
        var key = Rfc2898DeriveBytes.Pbkdf2(
            Encoding.UTF8.GetBytes(passphrase),
            Convert.FromBase64String(bytes),
            Iterations,
            HashAlgorithmName.SHA256,
            KeyBytes
        );
        var cipher = new PassphraseCipher(key);
        return cipher.TryDecrypt(check, out var text) && text == Check ? cipher : null;
    }

    /// <summary>The plain text of <c>v1:nonce:data</c>; false where it is none or was encrypted with another key.</summary>
    public bool TryDecrypt(string ciphertext, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (ciphertext.Split(':') is not [Version, var nonceText, var dataText])
            return false;
        var (nonce, data) = (new byte[nonceText.Length], new byte[dataText.Length]);
        if (!Convert.TryFromBase64String(nonceText, nonce, out var nonceLength) || nonceLength != NonceBytes)
            return false;
        if (!Convert.TryFromBase64String(dataText, data, out var dataLength) || dataLength < TagBytes)
            return false;
        var plain = new byte[dataLength - TagBytes];
        try
        {
            using var aes = new AesGcm(_key, TagBytes);
            aes.Decrypt(nonce.AsSpan(0, NonceBytes), data.AsSpan(0, plain.Length), data.AsSpan(plain.Length, TagBytes), plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
        text = Encoding.UTF8.GetString(plain);
        return true;
    }
}
