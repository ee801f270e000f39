using Engine.Values;

namespace Engine.Planning;

/// <summary>
/// Tells whether a secret changed, by keyed digests and never by content. What cannot be told is taken not to change, and counted. One serves
/// one plan.
/// </summary>
/// <param name="key">The key under which the baseline's secrets were kept. Default: none, digests of a baseline cannot be read.</param>
/// <param name="isPlaceholder">
/// Whether a value holds what only stands for a secret that could not be opened: that it differs says nothing. Default: nothing does.
/// </param>
public sealed class SecretComparison(SecretKey? key = null, Func<PropertyValue, bool>? isPlaceholder = null)
{
    /// <summary>How many secrets were kept under another key, so that whether they change is not known.</summary>
    public int OtherKey { get; private set; }

    /// <summary>How many secrets of the program are placeholders, so that whether they change is not known.</summary>
    public int Placeholders { get; private set; }

    /// <summary>The digest to keep of a secret; nothing where there is no key, or nothing to make one of.</summary>
    public SecretDigest? Keep(SecretValue secret) =>
        secret switch
        {
            { Digest: { } kept } => kept,
            { Inner: UnknownValue } => null,
            _ => isPlaceholder?.Invoke(secret.Inner) == true ? null : key?.Digest(secret.Inner),
        };

    /// <summary>Whether both are the same. At least one of them is a secret.</summary>
    internal bool Same(PropertyValue old, PropertyValue now)
    {
        if (old is not SecretValue { Inner: UnknownValue } closed)
            return SecretKey.OfProcess.Digest(old) == SecretKey.OfProcess.Digest(now);
        if (closed.Digest is not { } digest || (now as SecretValue)?.Digest == digest)
            return true;
        if (isPlaceholder?.Invoke(now.Unwrap()) == true)
            Placeholders++;
        else if (key is null || key.Id != digest.KeyId)
            OtherKey++;
        else
            return key.Digest(now) == digest;
        return true;
    }
}
