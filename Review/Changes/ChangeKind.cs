namespace Review.Changes;

/// <summary>What became of what stands at a path.</summary>
public enum ChangeKind
{
    /// <summary>It is another value; nothing on one side means that it is new or gone.</summary>
    Changed,

    /// <summary>A list in which order means nothing has one element more.</summary>
    Added,

    /// <summary>A list in which order means nothing has one element less.</summary>
    Removed,
}
