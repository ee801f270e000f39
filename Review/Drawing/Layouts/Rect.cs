namespace Review.Drawing.Layouts;

/// <summary>A rectangle in pixels at 100 %, from its upper left corner.</summary>
public readonly record struct Rect(int X, int Y, int Width, int Height)
{
    /// <summary>The first column right of it.</summary>
    public int Right => X + Width;

    /// <summary>The first row below it.</summary>
    public int Bottom => Y + Height;

    /// <summary>The middle from left to right.</summary>
    public int CenterX => X + Width / 2;

    /// <summary>The middle from top to bottom.</summary>
    public int CenterY => Y + Height / 2;

    /// <summary>Whether another one lies in it, borders included.</summary>
    public bool Contains(Rect other) => other.X >= X && other.Y >= Y && other.Right <= Right && other.Bottom <= Bottom;

    /// <summary>Whether another one shares more than a border with it.</summary>
    public bool Overlaps(Rect other) => other.X < Right && X < other.Right && other.Y < Bottom && Y < other.Bottom;

    /// <summary>The same with so much more on each side.</summary>
    public Rect Grown(int by) => new(X - by, Y - by, Width + 2 * by, Height + 2 * by);
}
