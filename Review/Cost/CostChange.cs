using Review.Model;

namespace Review.Cost;

/// <summary>A resource that costs another amount than before.</summary>
/// <param name="Component">What it lies in, as people read it.</param>
/// <param name="Resource">The resource as it would be; as it was, where it goes.</param>
/// <param name="Before">USD a month before.</param>
/// <param name="After">USD a month after.</param>
public sealed record CostChange(string Component, Resource Resource, decimal Before, decimal After)
{
    /// <summary>How much more.</summary>
    public decimal Difference => After - Before;
}
