using System.Collections.Immutable;
using Review.Model;

namespace Review.Cost;

/// <summary>What a component costs: the sum of what lies in it.</summary>
/// <param name="Component">The component below the system, or the system for what lies in it directly. Default: what lies in no component.</param>
/// <param name="Items">The lines of its resources.</param>
public sealed record ComponentCost(Resource? Component, ImmutableArray<CostItem> Items)
{
    /// <summary>Type and name, as people read them.</summary>
    public string Name { get; } = Named(Component);

    /// <summary>What is paid whether anybody uses it or not.</summary>
    public decimal Fixed { get; } = Items.Where(item => item.Kind == CostKind.Fixed).Sum(item => item.Amount);

    /// <summary>The sum.</summary>
    public decimal Total { get; } = Items.Sum(item => item.Amount);

    /// <summary>What follows the assumptions.</summary>
    public decimal Usage => Total - Fixed;

    /// <summary>Whether a price of it is from memory.</summary>
    public bool HasUnverified => Items.Any(item => item.IsUnverified);

    /// <summary>The lines by resource, the most expensive first.</summary>
    public ImmutableArray<ResourceCost> Resources =>
        [
            .. Items
                .GroupBy(item => item.Resource)
                .Select(items => new ResourceCost(items.Key, [.. items]))
                .OrderByDescending(resource => resource.Total)
                .ThenBy(resource => resource.Resource.Urn, StringComparer.Ordinal),
        ];

    /// <summary>The component that people see of a path: the outermost is the system as a whole.</summary>
    public static Resource? Of(ImmutableArray<Resource> path) =>
        path switch
        {
            [] => null,
            [var only] => only,
            [_, var below, ..] => below,
        };

    /// <summary>A component as people read it.</summary>
    public static string Named(Resource? component) =>
        component is null ? "below the stack" : $"{TypeNames.Short(component.Type)} {component.Name}";
}
