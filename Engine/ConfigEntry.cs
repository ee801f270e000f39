namespace Engine;

/// <summary>One effective value of a stack's configuration.</summary>
/// <param name="Text">The value as programs get it; objects and lists as JSON text.</param>
/// <param name="IsSecret">Whether it must never be shown.</param>
/// <param name="Source">Where it is set, for example <c>Pulumi.dev.yaml</c>. Default: not known.</param>
public sealed record ConfigEntry(string Text, bool IsSecret = false, string? Source = null)
{
    /// <summary>The parts of the text that are secret. Default: all of it, and every text in it when it is JSON.</summary>
    public IReadOnlyList<string>? SecretTexts { get; init; }

    /// <summary>What is shown. Default: the text, or <c>[secret]</c> for a secret.</summary>
    public string? Shown { get; init; }

    /// <summary>Never the text of a secret.</summary>
    public override string ToString() => Shown ?? (IsSecret ? Values.SecretValue.Mask : Text);
}
