using System.Collections.Immutable;
using Review.Cost;
using Review.Model;

namespace Infra.Cli.Output.Report;

/// <summary>What one component of the system costs in a month.</summary>
/// <param name="Component">The component right below the system, or what lies in none. Default: the stack itself.</param>
/// <param name="Items">Its lines of the bill, the dearest first.</param>
internal sealed record ComponentCost(Resource? Component, ImmutableArray<CostItem> Items)
{
    /// <summary>The sum in USD.</summary>
    public decimal Amount { get; } = Items.Sum(item => item.Amount);

    /// <summary>What of it is paid whether anybody uses it or not.</summary>
    public decimal Fixed { get; } = Items.Where(item => item.Kind == CostKind.Fixed).Sum(item => item.Amount);

    /// <summary>What people call it: the last part of its type, and its name.</summary>
    public string Title =>
        Component is null ? "in no component" : $"{Component.Type[(Component.Type.LastIndexOf(':') + 1)..]} {Component.Name}";

    /// <summary>The components of an estimate, the dearest first.</summary>
    public static ImmutableArray<ComponentCost> Of(CostEstimate estimate) =>
        [
            .. estimate
                .Items.GroupBy(item => Below(item.Path))
                .Select(component => new ComponentCost(
                    component.Key,
                    [
                        .. component
                            .OrderByDescending(item => item.Amount)
                            .ThenBy(item => item.Resource.Urn, StringComparer.Ordinal)
                            .ThenBy(item => item.Price.Id, StringComparer.Ordinal),
                    ]
                ))
                .OrderByDescending(component => component.Amount)
                .ThenBy(component => component.Component?.Urn, StringComparer.Ordinal),
        ];

    // The first is the system, in which everything lies.
    private static Resource? Below(ImmutableArray<Resource> path) =>
        path switch
        {
            [] => null,
            [var system] => system,
            [_, var component, ..] => component,
        };
}
