namespace Review.Drawing.Writing;

/// <summary>The colours of a picture.</summary>
public enum Theme
{
    /// <summary>Those of the reader's system, or of the page that the picture is part of.</summary>
    Auto,

    /// <summary>Dark on light.</summary>
    Light,

    /// <summary>Light on dark.</summary>
    Dark,
}
