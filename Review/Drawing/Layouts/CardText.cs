using System.Collections.Immutable;

namespace Review.Drawing.Layouts;

/// <summary>The text of a card, as much as fits in its width.</summary>
/// <param name="Title">What it is, bold.</param>
/// <param name="Name">The resource's name; may be empty.</param>
/// <param name="Facts">Lines of facts.</param>
/// <param name="Count">How many resources it stands for, where that is more than one; else empty.</param>
internal sealed record CardText(string Title, string Name, ImmutableArray<string> Facts, string Count)
{
    /// <summary>Where the text begins, right of the glyph.</summary>
    public const int Left = 50;

    /// <summary>From the text to the right border.</summary>
    public const int Right = 10;

    /// <summary>From the top to the first line.</summary>
    public const int Top = 9;

    /// <summary>The size of the title's letters.</summary>
    public const double TitleSize = 12.5;

    /// <summary>The size of the name's letters.</summary>
    public const double NameSize = 11.5;

    /// <summary>The size of the other letters.</summary>
    public const double FactSize = 10.5;

    /// <summary>The height of a title's line.</summary>
    public const int TitleLine = 17;

    /// <summary>The height of a name's line.</summary>
    public const int NameLine = 15;

    /// <summary>The height of a line of facts.</summary>
    public const int FactLine = 14;

    private const string Between = " · ";

    // The glyph with the same room above and below.
    private const int Least = 50;
    private const int MostLines = 3;

    /// <summary>The text of a node drawn in so much width.</summary>
    public static CardText Of(Node node, int width)
    {
        var room = width - Left - Right;
        var count = node.Resources.Length > 1 ? $"{node.Resources.Length}" : "";
        // What the title says already.
        if (node.Title.StartsWith($"{count} ", StringComparison.Ordinal))
            count = "";
        var badge = count.Length == 0 ? 0 : TextWidth.Of(count, FactSize) + 16;
        return new(
            TextWidth.Fit(node.Title, node.Name.Length == 0 ? room - badge : room, TitleSize, bold: true),
            TextWidth.Fit(node.Name, room - badge, NameSize),
            Wrapped(node.Facts, room),
            count
        );
    }

    /// <summary>How high the card must be.</summary>
    public int Height => Math.Max(Least, Top + TitleLine + (Name.Length == 0 ? 0 : NameLine) + Facts.Length * FactLine + 9);

    private static ImmutableArray<string> Wrapped(ImmutableArray<string> facts, int width)
    {
        var lines = new List<string>();
        foreach (var fact in facts)
            if (lines.Count > 0 && TextWidth.Of(lines[^1] + Between + fact, FactSize) <= width)
                lines[^1] += Between + fact;
            else if (lines.Count == MostLines)
            {
                lines[^1] = TextWidth.Fit(lines[^1] + Between + "…", width, FactSize);
                break;
            }
            else
                lines.Add(TextWidth.Fit(fact, width, FactSize));
        return [.. lines];
    }
}
