namespace Review.Drawing.Layouts;

/// <summary>The column of an availability zone through a VPC.</summary>
/// <param name="Name">The zone's name.</param>
/// <param name="Place">Its column, with room for the name on top.</param>
public sealed record Zone(string Name, Rect Place);
