using System.Security.Cryptography;
using System.Text;

namespace Engine.Values;

/// <summary>
/// A key under which secrets are compared without being kept: equal secrets have equal digests, and without the key a digest tells nothing, not
/// even to somebody who tries every password there is. It shows nothing of itself but its <see cref="Id"/>.
/// </summary>
public sealed class SecretKey
{
    /// <summary>The shortest text that is taken for a key, in characters: half a SHA-256 digest in hexadecimal, 128 bits.</summary>
    public const int MinimumLength = 32;

    private const int IdBytes = 4;

    private readonly byte[] _key;

    private SecretKey(byte[] key)
    {
        _key = key;
        // What the id is made of is not what digests are made with.
        Id = Convert.ToHexStringLower(HMACSHA256.HashData(key, "infra plan key"u8)[..IdBytes]);
    }

    /// <summary>A key that lives as long as this process.</summary>
    public static SecretKey OfProcess { get; } = new(RandomNumberGenerator.GetBytes(HMACSHA256.HashSizeInBytes));

    /// <summary>Eight hexadecimal digits by which one knows a key without having it.</summary>
    public string Id { get; }

    /// <summary>A new random key, as a text to keep.</summary>
    public static string NewText() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(HMACSHA256.HashSizeInBytes));

    /// <summary>The key of a text that somebody keeps; nothing where it is too short to be one.</summary>
    public static SecretKey? Of(string text) =>
        text.Trim() is { Length: >= MinimumLength } kept ? new(SHA256.HashData(Encoding.UTF8.GetBytes(kept))) : null;

    /// <summary>The digest of a value: HMAC-SHA-256 over its canonical JSON.</summary>
    public SecretDigest Digest(PropertyValue value) =>
        new(
            Id,
            Convert.ToHexStringLower(
                HMACSHA256.HashData(
                    _key,
                    Encoding.UTF8.GetBytes(CanonicalText.Of((value ?? throw new ArgumentNullException(nameof(value))).Unwrap()))
                )
            )
        );

    /// <inheritdoc/>
    public override string ToString() => Id;
}
