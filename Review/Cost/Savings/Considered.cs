namespace Review.Cost.Savings;

/// <summary>A way to pay less that does not pay here.</summary>
/// <param name="Title">What one would do.</param>
/// <param name="Why">From when on it would pay, in numbers.</param>
public sealed record Considered(string Title, string Why);
