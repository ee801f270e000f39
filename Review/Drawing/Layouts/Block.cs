namespace Review.Drawing.Layouts;

/// <summary>A part of a picture with its size, before it has a place.</summary>
/// <param name="key">The key of the node that it is drawn for. Default: none, it only holds others.</param>
internal sealed class Block(string? key = null)
{
    private readonly List<(Block Block, int X, int Y)> _parts = [];

    /// <summary>Its width.</summary>
    public int Width { get; set; }

    /// <summary>Its height.</summary>
    public int Height { get; set; }

    /// <summary>Puts another one into it, so far from its upper left corner.</summary>
    public void Add(Block block, int x, int y) => _parts.Add((block, x, y));

    /// <summary>Makes it, and what lies directly in it, at least so wide.</summary>
    public void Widen(int width)
    {
        Width = Math.Max(Width, width);
        foreach (var (block, _, _) in _parts)
            block.Width = Width;
    }

    /// <summary>Makes it, and what lies directly in it, at least so high.</summary>
    public void Level(int height)
    {
        Height = Math.Max(Height, height);
        foreach (var (block, _, _) in _parts)
            block.Height = Height;
    }

    /// <summary>Gives it and all in it their places.</summary>
    public void Place(int x, int y, Dictionary<string, Rect> places)
    {
        if (key is not null)
            places[key] = new Rect(x, y, Width, Height);
        foreach (var (block, dx, dy) in _parts)
            block.Place(x + dx, y + dy, places);
    }
}
