namespace Engine.Values;

/// <summary>What a plan file keeps of a secret: enough to see that it changed, nothing to learn it from.</summary>
/// <param name="KeyId">The key it was made with; see <see cref="SecretKey.Id"/>.</param>
/// <param name="Hash">HMAC-SHA-256, in lower-case hexadecimal.</param>
public sealed record SecretDigest(string KeyId, string Hash)
{
    private const string Prefix = "hmac-sha256";
    private const char Separator = ':';

    /// <summary>Reads what <see cref="ToString"/> writes; nothing where a text is something else.</summary>
    public static SecretDigest? Parse(string? text) =>
        text?.Split(Separator) is [Prefix, { Length: > 0 } key, { Length: > 0 } hash] ? new(key, hash) : null;

    /// <inheritdoc/>
    public override string ToString() => string.Join(Separator, Prefix, KeyId, Hash);
}
