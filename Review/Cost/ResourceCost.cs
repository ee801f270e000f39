using System.Collections.Immutable;
using Review.Model;

namespace Review.Cost;

/// <summary>What a resource costs.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Items">Its lines.</param>
public sealed record ResourceCost(Resource Resource, ImmutableArray<CostItem> Items)
{
    /// <summary>What is paid whether anybody uses it or not.</summary>
    public decimal Fixed { get; } = Items.Where(item => item.Kind == CostKind.Fixed).Sum(item => item.Amount);

    /// <summary>The sum.</summary>
    public decimal Total { get; } = Items.Sum(item => item.Amount);

    /// <summary>What follows the assumptions.</summary>
    public decimal Usage => Total - Fixed;

    /// <summary>Whether a price of it is from memory.</summary>
    public bool HasUnverified => Items.Any(item => item.IsUnverified);
}
