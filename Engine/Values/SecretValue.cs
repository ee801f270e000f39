namespace Engine.Values;

/// <summary>A value that must never be shown. Its text form shows nothing of it.</summary>
public sealed record SecretValue(PropertyValue Inner) : PropertyValue
{
    /// <summary>What stands in place of a secret, everywhere.</summary>
    public const string Mask = "[secret]";

    /// <summary>What is known of a secret whose content is not: a plan file holds no more of it. Default: nothing.</summary>
    public SecretDigest? Digest { get; init; }

    /// <summary>The value as a secret; one that already is a secret stays as it is.</summary>
    public static SecretValue Of(PropertyValue value) => value as SecretValue ?? new SecretValue(value);

    /// <inheritdoc/>
    public override string ToString() => Mask;
}
