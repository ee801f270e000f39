namespace Review.Drawing.Writing;

/// <summary>What pictures say in words.</summary>
internal static class PictureWords
{
    /// <summary>What the picture is of: <c>idp-server · prod</c>.</summary>
    public static string Heading(Picture picture) =>
        picture.Stack == picture.System ? picture.Stack
        : picture.Stack.StartsWith($"{picture.System}-", StringComparison.Ordinal)
            ? $"{picture.System} · {picture.Stack[(picture.System.Length + 1)..]}"
        : $"{picture.System} · {picture.Stack}";

    /// <summary>How much there is, and where it comes from.</summary>
    public static string Subtitle(Picture picture) =>
        picture.ResourceCount == 0
            ? "The plan has no resources"
            : $"{Count(picture.ResourceCount, "resource")}, drawn from the plan";

    /// <summary>The name of the picture.</summary>
    public static string Title(Picture picture) => $"Architecture of {Heading(picture)}";

    /// <summary>What the picture shows, for who cannot see it: its boxes from outside in, with what lies in each.</summary>
    public static string Description(Picture picture)
    {
        var boxes = picture
            .Nodes.Where(node => !node.IsCard)
            .Select(box =>
                (Box: box, Cards: picture.In(box.Key == Picture.Whole ? null : box.Key).Where(node => node.IsCard).ToList())
            )
            .Where(box => box.Cards.Count > 0)
            .Select(box =>
                $"{(box.Box.Key == Picture.Whole ? "Outside" : Named(box.Box))}: {string.Join(", ", box.Cards.Select(Named))}."
            );
        return $"{Subtitle(picture)}. {string.Join(" ", boxes)}";
    }

    /// <summary>All of a node that the card may have no room for.</summary>
    public static string Tooltip(Node node)
    {
        var lines = new List<string> { Named(node) };
        if (node.Zone is { } zone)
            lines.Add(zone);
        lines.AddRange(node.Facts);
        if (node.Resources.Length > 0)
            lines.Add(Count(node.Resources.Length, "resource"));
        return string.Join('\n', lines);
    }

    /// <summary>What a line says.</summary>
    public static string Tooltip(Picture picture, Edge edge) =>
        $"{Of(edge.Kind)}: {Named(picture, edge.From)} to {Named(picture, edge.To)}{(edge.Label.Length > 0 ? $" ({edge.Label})" : "")}";

    /// <summary>What a kind of lines is called.</summary>
    public static string Of(EdgeKind kind) =>
        kind switch
        {
            EdgeKind.Traffic => "traffic, with ports",
            EdgeKind.Routing => "routing",
            EdgeKind.Data => "data",
            EdgeKind.Alarm => "alarms",
            _ => "guards",
        };

    private static string Named(Picture picture, string key) => picture.Find(key) is { } node ? Named(node) : key;

    private static string Named(Node node) => node.Name.Length == 0 ? node.Title : $"{node.Title} {node.Name}";

    private static string Count(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";
}
