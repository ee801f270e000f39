namespace Review.Drawing.Layouts;

/// <summary>Where the titles of boxes are written.</summary>
internal static class Titles
{
    /// <summary>The size of a box's title.</summary>
    public const double Size = 12.5;

    /// <summary>From the left border to the title.</summary>
    public const int Left = 14;

    /// <summary>From the top of a box to the baseline of its title.</summary>
    public const int Baseline = 21;

    /// <summary>The places of all titles, the names of zones among them.</summary>
    public static IEnumerable<Rect> Of(Picture picture, Dictionary<string, Rect> places, IEnumerable<Zone> zones)
    {
        foreach (var box in picture.Nodes.Where(node => !node.IsCard && node.Kind != NodeKind.Stack))
            yield return Of(box, places[box.Key]);
        foreach (var zone in zones)
            yield return new(zone.Place.X + Left, zone.Place.Y + 4, TextWidth.Of(zone.Name, Size, bold: true), 16);
    }

    /// <summary>The place of a box's title and name.</summary>
    public static Rect Of(Node box, Rect place) =>
        new(
            place.X + Left,
            place.Y + 8,
            TextWidth.Of(box.Title, Size, bold: true) + (NameOf(box).Length == 0 ? 0 : 8 + TextWidth.Of(NameOf(box), Size)),
            17
        );

    /// <summary>What is written behind a box's title. The names of subnets repeat what row and column say.</summary>
    public static string NameOf(Node box) => box.Kind == NodeKind.Subnet ? "" : box.Name;
}
