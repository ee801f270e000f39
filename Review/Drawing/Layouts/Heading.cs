namespace Review.Drawing.Layouts;

/// <summary>Where a line goes.</summary>
internal enum Heading
{
    /// <summary>To the top.</summary>
    Up,

    /// <summary>To the right.</summary>
    Right,

    /// <summary>To the bottom.</summary>
    Down,

    /// <summary>To the left.</summary>
    Left,
}
