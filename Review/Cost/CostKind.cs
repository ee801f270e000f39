namespace Review.Cost;

/// <summary>What an amount depends on.</summary>
public enum CostKind
{
    /// <summary>It is paid whether anybody uses the resource or not.</summary>
    Fixed,

    /// <summary>It follows an assumption of usage.</summary>
    Usage,
}
