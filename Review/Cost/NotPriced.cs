using Review.Model;

namespace Review.Cost;

/// <summary>Something of a resource, or all of it, that an estimate leaves out.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="What">What of it.</param>
/// <param name="Why">Why nobody knows the amount.</param>
public sealed record NotPriced(Resource Resource, string What, string Why);
