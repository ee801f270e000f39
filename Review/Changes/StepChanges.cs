using Engine.Planning;
using Engine.Values;

namespace Review.Changes;

/// <summary>The differences of a step as a reviewer thinks of them.</summary>
public static class StepChanges
{
    /// <summary>All of them, by path. A step without a detailed diff is compared by its changed top-level properties.</summary>
    public static IReadOnlyList<Change> Of(PlanStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (step.DetailedDiff is not { Count: > 0 } detailed)
            return
            [
                .. step.DiffReasons.Select(key => new Change(
                    key,
                    ChangeKind.Changed,
                    step.Old?.Inputs[key],
                    step.New?.Inputs[key],
                    step.ReplaceReasons.Contains(key)
                )),
            ];
        var found = new List<Change>();
        var sets = new Dictionary<string, SetChange>(StringComparer.Ordinal);
        foreach (var (path, difference) in detailed)
        {
            var before = difference.InputDiff ? step.Old?.Inputs : step.Old?.Outputs;
            if (SetAbove(step.State.Type, path) is var (set, index))
            {
                if (!sets.TryGetValue(set, out var change))
                    sets[set] = change = new SetChange(before.At(set) as ArrayValue, step.New?.Inputs.At(set) as ArrayValue);
                change.Add(index, difference.Kind, whole: PropertyPath.Index(set, index) == path);
            }
            else
                found.AddRange(Leaf(step.State.Type, path, difference.Kind, before.At(path), step.New?.Inputs.At(path)));
        }
        foreach (var (path, set) in sets)
            found.AddRange(set.Changes(path));
        return [.. found.OrderBy(change => change.Path, StringComparer.Ordinal)];
    }

    private static IReadOnlyList<Change> Leaf(
        string type,
        string path,
        DifferenceKind kind,
        PropertyValue? old,
        PropertyValue? now
    )
    {
        (old, now) = kind switch
        {
            DifferenceKind.Add or DifferenceKind.AddReplace => (null, now),
            DifferenceKind.Delete or DifferenceKind.DeleteReplace => (old, null),
            _ => (old, now),
        };
        if (
            old is StringValue before
            && now is StringValue after
            && JsonProperties.Holds(type, path)
            && JsonValues.Parse(before.Value) is { } left
            && JsonValues.Parse(after.Value) is { } right
        )
        {
            var inside = new ValueChanges(kind.Replaces());
            inside.Compare(path, JsonProperties.Understood(type, left), JsonProperties.Understood(type, right));
            if (inside.Found.Count > 0)
                return inside.Found;
        }
        // A text that reads the same was made of an output that will be another one.
        return [new Change(path, ChangeKind.Changed, old, Equals(old, now) ? UnknownValue.Instance : now, kind.Replaces())];
    }

    /// <summary>The outermost list without order that a path leads into, and which element of it.</summary>
    private static (string Path, int Index)? SetAbove(string type, string path)
    {
        if (!path.Contains('[', StringComparison.Ordinal) || PropertyPaths.Parse(path) is not { } elements)
            return null;
        for (var length = 1; length < elements.Length; length++)
            if (
                elements[length].Index is { } index
                && PropertyPaths.Format(elements.Take(length)) is var list
                && SetLists.Contains(type, list)
            )
                return (list, index);
        return null;
    }
}
