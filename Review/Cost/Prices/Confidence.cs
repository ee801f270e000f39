namespace Review.Cost.Prices;

/// <summary>How far a price can be trusted.</summary>
public enum Confidence
{
    /// <summary>From a dated copy of AWS's Price List for the region.</summary>
    A,

    /// <summary>From a page of AWS, or the test data of a pricing tool.</summary>
    B,

    /// <summary>From memory: every output marks it, and somebody verifies it before it counts.</summary>
    C,
}
