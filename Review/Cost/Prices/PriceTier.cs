namespace Review.Cost.Prices;

/// <summary>A part of a month's quantity that has one price.</summary>
/// <param name="UpTo">Where it ends, in the price's unit, counted from the beginning of the month. Default: it does not end.</param>
/// <param name="Price">USD for <see cref="Price.Per"/> units.</param>
public sealed record PriceTier(decimal? UpTo, decimal Price);
