using Review.Model;

namespace Review.Cost;

/// <summary>A resource that costs nothing by itself.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Reason">Why.</param>
public sealed record FreeResource(Resource Resource, string Reason);
