namespace Engine.Values;

/// <summary>What a plan file keeps of a secret: enough to see that it changed, nothing to learn it from.</summary>
/// <param name="KeyId">The key it was made with; see <see cref="SecretKey.Id"/>.</param>
/// <param name="Hash">HMAC-SHA-256, in lower-case hexadecimal.</param>
/// <param name="Partial">Whether parts of the value were not known and stood there under another name. Default: all of it was known.</param>
public sealed record SecretDigest(string KeyId, string Hash, bool Partial = false)
{
    private const string Prefix = "hmac-sha256";
    private const string PartialMark = "partial";
    private const char Separator = ':';

    /// <summary>Reads what <see cref="ToString"/> writes; nothing where a text is something else.</summary>
    public static SecretDigest? Parse(string? text) =>
        text?.Split(Separator) switch
        {
            [Prefix, { Length: > 0 } key, { Length: > 0 } hash] => new(key, hash),
            [Prefix, { Length: > 0 } key, { Length: > 0 } hash, PartialMark] => new(key, hash, Partial: true),
            _ => null,
        };

    /// <inheritdoc/>
    public override string ToString() => string.Join(Separator, [Prefix, KeyId, Hash, .. Partial ? (string[])[PartialMark] : []]);
}
