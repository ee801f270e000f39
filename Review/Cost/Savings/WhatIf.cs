using System.Collections.Immutable;
using Engine.Model;
using Engine.Values;
using Review.Model;

namespace Review.Cost.Savings;

/// <summary>Prices a stack again with other inputs, so that an amount is a difference of two bills by the same rules.</summary>
internal sealed class WhatIf(StackModel stack, CostOptions options, CostEstimate now)
{
    /// <summary>The stack as planned.</summary>
    public StackModel Stack { get; } = stack;

    /// <summary>What it costs as planned.</summary>
    public CostEstimate Now { get; } = now;

    /// <summary>Whether people depend on it: what may be interrupted elsewhere may not be here.</summary>
    public bool IsProduction { get; } =
        stack.Config.Any(setting =>
            setting is { Key: var key, Value: "prod" } && key.EndsWith(":environment", StringComparison.Ordinal)
        );

    /// <summary>The price of a unit where a resource lives, or nothing.</summary>
    public decimal? Price(string id, Resource resource) => options.Prices.Find(id, resource.Region)?.Tiers[0].Price;

    /// <summary>What one input would save if it were another; nothing where no resource has it otherwise.</summary>
    /// <param name="way">The saving, its amount and resources left to be found.</param>
    /// <param name="resources">Whose input.</param>
    /// <param name="path">The path of the input, with dots between the keys of maps.</param>
    /// <param name="value">What it would be.</param>
    public IEnumerable<Saving> Set(Saving way, IEnumerable<Resource> resources, string path, Func<Resource, PropertyValue> value)
    {
        var changed = resources.ToDictionary(resource => resource.Urn, value, StringComparer.Ordinal);
        return Changed(
            way,
            resource =>
                changed.TryGetValue(resource.Urn, out var wanted)
                    ? resource.State with
                    {
                        Inputs = With(resource.State.Inputs, path.Split('.'), wanted),
                    }
                    : resource.State,
            changed.Keys
        );
    }

    /// <summary>What it would save if resources were not there.</summary>
    public IEnumerable<Saving> Without(Saving way, IEnumerable<Resource> resources)
    {
        var gone = resources.Select(resource => resource.Urn).ToHashSet(StringComparer.Ordinal);
        return Changed(way, resource => gone.Contains(resource.Urn) ? null : resource.State, gone);
    }

    private IEnumerable<Saving> Changed(Saving way, Func<Resource, ResourceState?> change, IReadOnlyCollection<string> urns)
    {
        if (urns.Count == 0)
            yield break;
        var then = CostEstimate.Of(Stack.If(change), options);
        // A price that the book lacks would look like something for nothing, before or after.
        var lost = !Missing(Now, urns).SetEquals(Missing(then, urns));
        yield return way with
        {
            Amount = lost ? null : Now.Total - then.Total,
            Resources = [.. urns.Select(urn => Stack.Find(urn)!.Name).Order(StringComparer.Ordinal)],
            IsUnverified = !lost && Unverified(Now, urns) != Unverified(then, urns),
        };
    }

    private static HashSet<string> Missing(CostEstimate estimate, IReadOnlyCollection<string> urns) =>
        estimate
            .NotPriced.Where(left => urns.Contains(left.Resource.Urn))
            .Select(left => $"{left.Resource.Urn} {left.What} {left.Why}")
            .ToHashSet(StringComparer.Ordinal);

    // What prices from memory contribute; where it is the same before and after, the difference does not rest on them.
    private static decimal Unverified(CostEstimate estimate, IReadOnlyCollection<string> urns) =>
        estimate.Items.Where(item => item.IsUnverified && urns.Contains(item.Resource.Urn)).Sum(item => item.Amount);

    private static ObjectValue With(ObjectValue map, ReadOnlySpan<string> path, PropertyValue value) =>
        path is [var last]
            ? map.With(last, value)
            : map.With(path[0], With(map[path[0]]?.Unwrap() as ObjectValue ?? ObjectValue.Empty, path[1..], value));
}
