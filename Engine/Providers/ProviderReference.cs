namespace Engine.Providers;

/// <summary>A provider as resources name it: its URN and its id, joined by <c>::</c>.</summary>
public readonly record struct ProviderReference(string Urn, string Id)
{
    /// <summary>The parts of a reference; nothing when it has no id.</summary>
    public static ProviderReference? Parse(string text)
    {
        // The last separator: names within the URN may hold one too.
        var at = text.LastIndexOf("::", StringComparison.Ordinal);
        return at <= 0 ? null : new(text[..at], text[(at + 2)..]);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Urn}::{Id}";
}
