namespace Review.Cost.Pricing;

/// <summary>How the resources of a type are priced.</summary>
/// <param name="On">The type token.</param>
/// <param name="Price">Writes the lines of one of them.</param>
internal sealed record PricingRule(string On, Action<Bill> Price);
