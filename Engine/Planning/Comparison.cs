using System.Collections.Immutable;
using Engine.Model;
using Engine.Schemas;

namespace Engine.Planning;

/// <summary>Decides between same, update and replacement by a resource's own properties.</summary>
internal static class Comparison
{
    private const string InitError = "#initerror";

    /// <param name="old">The resource as it is.</param>
    /// <param name="goal">The resource as it is to be.</param>
    /// <param name="context">What else there is to know.</param>
    public static Decision Of(ResourceState old, ResourceState goal, DiffContext context)
    {
        var differences = InputDiff.Between(old.Inputs, goal.Inputs, context);
        if (!goal.Custom)
            return differences.Count == 0 ? Decision.Same : new Decision(StepOp.Update);
        if (differences.Count == 0 && old.InitErrors.IsEmpty && !old.PendingReplacement)
            return Decision.Same;
        var patterns = Patterns(goal.ReplaceOnChanges);
        var detailed = ImmutableSortedDictionary.CreateBuilder<string, PropertyDifference>(StringComparer.Ordinal);
        var (changed, forcing) = (new List<string>(), new List<string>());
        foreach (var difference in differences)
        {
            var kind = Covered(patterns, difference.Path) ? difference.Kind.Replacing() : difference.Kind;
            detailed[difference.Path] = new PropertyDifference(kind, InputDiff: true);
            AddOnce(changed, difference.Property);
            if (kind.Replaces())
                AddOnce(forcing, difference.Property);
        }
        if (!old.InitErrors.IsEmpty && goal.ReplaceOnChanges.Contains(InitError))
            forcing.Add(InitError);
        return new Decision(forcing.Count > 0 || old.PendingReplacement ? StepOp.Replace : StepOp.Update)
        {
            Changed = [.. changed],
            Forcing = [.. forcing],
            Detailed = detailed.ToImmutable(),
        };
    }

    /// <summary>Whether a property would force a replacement if it became unknown.</summary>
    public static bool WouldReplace(ResourceState old, string property, ResourceSchema? schema) =>
        schema?.Inputs.GetValueOrDefault(property) is { WillReplaceOnChanges: true }
        || Patterns(old.ReplaceOnChanges).Any(pattern => PropertyPaths.Covers(pattern, [new PathElement(property)]));

    private static List<ImmutableArray<PathElement>> Patterns(ImmutableArray<string> paths)
    {
        var patterns = new List<ImmutableArray<PathElement>>(paths.Length);
        foreach (var path in paths)
            if (PropertyPaths.Parse(path) is { } pattern)
                patterns.Add(pattern);
        return patterns;
    }

    private static bool Covered(List<ImmutableArray<PathElement>> patterns, string path) =>
        patterns.Count > 0
        && PropertyPaths.Parse(path) is { } elements
        && patterns.Any(pattern => PropertyPaths.Covers(pattern, elements));

    private static void AddOnce(List<string> names, string name)
    {
        if (!names.Contains(name))
            names.Add(name);
    }
}
