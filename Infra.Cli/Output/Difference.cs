using Engine.Planning;
using Engine.Values;

namespace Infra.Cli.Output;

/// <summary>One property that differs, with the values of both sides.</summary>
internal sealed record Difference(string Path, DifferenceKind Kind, PropertyValue? Old, PropertyValue? New)
{
    /// <summary>The differences of a step, by path. A step without a detailed diff is compared by its changed top-level properties.</summary>
    public static IEnumerable<Difference> Of(PlanStep step)
    {
        if (step.DetailedDiff is { Count: > 0 } detailed)
        {
            foreach (var (path, difference) in detailed)
                yield return new(
                    path,
                    difference.Kind,
                    PropertyLookup.At(difference.InputDiff ? step.Old?.Inputs : step.Old?.Outputs, path),
                    PropertyLookup.At(step.New?.Inputs, path)
                );
            yield break;
        }
        foreach (var key in step.DiffReasons)
        {
            var (old, @new) = (step.Old?.Inputs[key], step.New?.Inputs[key]);
            var replaces = step.ReplaceReasons.Contains(key);
            yield return new(key, KindOf(old, @new, replaces), old, @new);
        }
    }

    /// <summary>As text: <c>multiAz: false → true</c>.</summary>
    public Line Text(int length)
    {
        var line = new Line().Add($"{Path}: ");
        Add(line, Old, DifferenceKind.Add, DifferenceKind.AddReplace, Style.Danger);
        line.Add(" → ", Style.Faint);
        Add(line, New, DifferenceKind.Delete, DifferenceKind.DeleteReplace, Style.Good);
        return line;

        void Add(Line text, PropertyValue? value, DifferenceKind missing, DifferenceKind missingToo, Style style)
        {
            if (Kind == missing || Kind == missingToo)
                text.Add(ValueText.Nothing, Style.Faint);
            else
                text.Add(ValueText.Short(value, length), style);
        }
    }

    private static DifferenceKind KindOf(PropertyValue? old, PropertyValue? @new, bool replaces) =>
        (old, @new) switch
        {
            (null, _) => replaces ? DifferenceKind.AddReplace : DifferenceKind.Add,
            (_, null) => replaces ? DifferenceKind.DeleteReplace : DifferenceKind.Delete,
            _ => replaces ? DifferenceKind.UpdateReplace : DifferenceKind.Update,
        };
}
