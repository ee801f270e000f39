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
/// <param name="isAssumed">Whether a text was made of an output that was assumed. Default: none was.</param>
public sealed class SecretComparison(
    SecretKey? key = null,
    Func<PropertyValue, bool>? isPlaceholder = null,
    Func<string, bool>? isAssumed = null
)
{
    /// <summary>How many secrets were kept under another key, so that whether they change is not known.</summary>
    public int OtherKey { get; private set; }

    /// <summary>How many secrets of the program are placeholders, so that whether they change is not known.</summary>
    public int Placeholders { get; private set; }

    /// <summary>How many secrets are made of what a resource holds in secret, and the baseline does not tell that.</summary>
    public int Untold { get; private set; }

    /// <summary>The digest to keep of a secret; nothing where there is no key, or nothing to make one of.</summary>
    public SecretDigest? Keep(SecretValue secret) =>
        secret switch
        {
            { Digest: { } kept } => kept,
            { Inner: UnknownValue } => null,
            { Inner: var inner } when key is null || isPlaceholder?.Invoke(inner) == true => null,
            { Inner: var inner } => key.Digest(inner) with { Partial = IsPartial(inner) },
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
        else if (IsPartial(now) && !digest.Partial)
            Untold++;
        else
            return key.Digest(now).Hash == digest.Hash;
        return true;
    }

    private bool IsPartial(PropertyValue value) =>
        value switch
        {
            UnknownValue => true,
            StringValue text => isAssumed?.Invoke(text.Value) == true,
            SecretValue secret => IsPartial(secret.Inner),
            ArrayValue list => list.Items.Any(IsPartial),
            ObjectValue map => map.Properties.Any(member => IsPartial(member.Value)),
            _ => false,
        };
}
