namespace Review.Cost.Usage;

/// <summary>What a number for a whole stack means where several resources use it.</summary>
public enum Sharing
{
    /// <summary>Each of them has it.</summary>
    Each,

    /// <summary>It is the sum of all; each has an equal part.</summary>
    Shared,
}
