namespace Review.Drawing.Layouts;

/// <summary>Measures of a picture in pixels at 100 %.</summary>
internal static class Sizes
{
    /// <summary>The width of a card where nothing else decides it: room for the longest names of services in bold.</summary>
    public const int Card = 232;

    /// <summary>Between two cards: room for a line in the middle with two beside it.</summary>
    public const int Gap = 24;

    /// <summary>From a card to the line that passes it.</summary>
    public const int Lane = Gap / 2;

    /// <summary>How near a line may come to a card that it only passes, before lines are spread.</summary>
    public const int Shy = 9;

    /// <summary>Between a box and what lies in it.</summary>
    public const int Padding = 20;

    /// <summary>From the top of a box to what lies in it: its title, and a lane below.</summary>
    public const int Header = 42;

    /// <summary>Between the edge of the picture and what is drawn.</summary>
    public const int Margin = 32;

    /// <summary>The title of the picture.</summary>
    public const int Heading = 84;

    /// <summary>The names of the zones above their columns.</summary>
    public const int ZoneHeader = 30;

    /// <summary>The explanation of lines at the bottom.</summary>
    public const int Legend = 46;

    /// <summary>The width of a box around one card.</summary>
    public const int Half = Card + 2 * Padding;

    /// <summary>The width of a column of boxes: one around two cards, or two around one each.</summary>
    public const int Group = 2 * Half + Gap;
}
