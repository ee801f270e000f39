namespace Review.Drawing.Reading;

/// <summary>How resources of a type are drawn.</summary>
/// <param name="Title">What AWS calls one.</param>
/// <param name="Glyph">Up to four letters that stand for it.</param>
/// <param name="Area">The part of a stack that it is of.</param>
internal sealed record CardType(string Title, string Glyph, string Area)
{
    /// <summary>Where they lie. Default: in the region.</summary>
    public CardPlace Place { get; init; }

    /// <summary>How many in one box get cards of their own; more become one card. Default: 4.</summary>
    public int Most { get; init; } = 4;

    /// <summary>What several on one card are called. Default: the title with an s.</summary>
    public string? Several { get; init; }

    /// <summary>What types share cards when they are gathered. Default: only one type.</summary>
    public string? Family { get; init; }

    /// <summary>The title of so many on one card.</summary>
    public string TitleOf(int count) => count == 1 ? Title : Several ?? $"{Title}s";
}
