using System.Collections.Immutable;
using Engine.Planning;
using Engine.Values;
using Review.Comparison.Accepted;
using Review.Comparison.Summary;
using Review.Model;

namespace Review.Comparison;

/// <summary>What two stacks do not have alike.</summary>
public sealed record StackComparison
{
    private const string Component = "idp:";

    /// <summary>The one stack.</summary>
    public required StackSide Left { get; init; }

    /// <summary>The other one.</summary>
    public required StackSide Right { get; init; }

    /// <summary>What people ask for first, where it differs, by area.</summary>
    public required ImmutableArray<Highlight> Highlights { get; init; }

    /// <summary>Every difference, by area, component, resource and path.</summary>
    public required ImmutableArray<StackDifference> Differences { get; init; }

    /// <summary>What the list of accepted differences says of this pair, and is not so any more.</summary>
    public ImmutableArray<string> Stale { get; init; } = [];

    /// <summary>Differences that nobody accepted.</summary>
    public IEnumerable<StackDifference> Unexpected => Differences.Where(difference => difference.Accepted is null);

    /// <summary>Whether everything that differs is accepted, and everything accepted differs.</summary>
    public bool IsClean => Stale.IsEmpty && !Unexpected.Any();

    /// <summary>Compares two plans, both made with <see cref="StandIns"/>.</summary>
    /// <param name="left">The plan of the one stack.</param>
    /// <param name="right">The plan of the other.</param>
    /// <param name="accepted">What may differ.</param>
    public static StackComparison Of(Plan left, Plan right, AcceptedDifferences accepted)
    {
        ArgumentNullException.ThrowIfNull(accepted);
        var (of, and) = (new StackSide(left), new StackSide(right));
        var values = new ValueComparison(of.Names, and.Names);
        var pairs = Alignment.Of(of, and);
        var alone = pairs.Where(pair => pair.IsAlone).Select(pair => pair.Shown.Urn).ToHashSet(StringComparer.Ordinal);
        var inside = pairs
            .Select(pair => Outermost(pair.Shown, alone))
            .OfType<Resource>()
            .CountBy(resource => resource.Urn)
            .ToDictionary();
        var differences = pairs
            .Where(pair => Outermost(pair.Shown, alone) is null)
            .SelectMany(pair => Between(pair, values, inside.GetValueOrDefault(pair.Shown.Urn)));
        var comparison = new StackComparison
        {
            Left = of,
            Right = and,
            Highlights = HighlightTable.Between(of.Model, and.Model),
            Differences =
            [
                .. differences
                    .OrderBy(difference => Areas.Rank(difference.Area))
                    .ThenBy(difference => difference.Component, StringComparer.Ordinal)
                    .ThenBy(difference => difference.Type, StringComparer.Ordinal)
                    .ThenBy(difference => difference.Name, StringComparer.Ordinal)
                    .ThenBy(difference => difference.Path, StringComparer.Ordinal),
            ],
        };
        return accepted.Judge(comparison);
    }

    // What lies in something that only one stack has is told by that alone.
    private static Resource? Outermost(Resource resource, HashSet<string> alone)
    {
        Resource? found = null;
        for (var at = Above(resource); at is not null; at = Above(at))
            if (alone.Contains(at.Urn))
                found = at;
        return found;
    }

    private static Resource? Above(Resource resource) => resource.State.Parent is { } parent ? resource.Stack.Find(parent) : null;

    private static IEnumerable<StackDifference> Between(AlignedResource pair, ValueComparison values, int inside)
    {
        var component = Nearest(pair.Shown);
        var whole = new StackDifference
        {
            Area = component is null ? Areas.Other : component.Type.Split(':')[1],
            Component = component is null ? null : $"{component.Type} {component.Name}",
            Type = pair.Shown.Type,
            LeftName = pair.Left?.Name,
            RightName = pair.Right?.Name,
            Inside = inside,
        };
        if (pair.Left is not { } left || pair.Right is not { } right)
            return [whole];
        return values
            .Between(Inputs(left), Inputs(right))
            .Select(found => whole with { Path = found.Path, Left = Readable.Of(found.Left), Right = Readable.Of(found.Right) });
    }

    private static Resource? Nearest(Resource resource)
    {
        for (var at = resource; at is not null; at = Above(at))
            if (at.Type.StartsWith(Component, StringComparison.Ordinal))
                return at;
        return null;
    }

    // What the program says about deleting is as much a setting as the rest.
    private static ObjectValue Inputs(Resource resource)
    {
        var inputs = resource.State.Inputs;
        if (resource.State.Protect)
            inputs = inputs.With("(protect)", BoolValue.True);
        if (resource.State.RetainOnDelete)
            inputs = inputs.With("(retainOnDelete)", BoolValue.True);
        return inputs;
    }
}
