namespace Review.Cost.Usage;

/// <summary>A number that a usage file or profile gives.</summary>
/// <param name="Amount">The number.</param>
/// <param name="Reason">Why it is that. Default: nobody said.</param>
public readonly record struct UsageValue(decimal Amount, string? Reason = null);
