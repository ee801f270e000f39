namespace Review.Drawing.Layouts;

/// <summary>A place in pixels at 100 %, right and down from the upper left corner of the picture.</summary>
public readonly record struct Point(int X, int Y);
