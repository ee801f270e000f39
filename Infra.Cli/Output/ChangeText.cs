using Review.Changes;

namespace Infra.Cli.Output;

/// <summary>A difference on one line: <c>multiAz: false → true</c>, <c>callbackUrls: + https://…</c>.</summary>
internal static class ChangeText
{
    /// <summary>The line, its values of at most so many characters.</summary>
    public static Line Of(Change change, int length)
    {
        var line = new Line().Add($"{change.Path}: ");
        switch (change.Kind)
        {
            case ChangeKind.Added:
                return line.Add("+ ", Style.Good).Add(ValueText.Short(change.New, length), Style.Good);
            case ChangeKind.Removed:
                return line.Add("- ", Style.Danger).Add(ValueText.Short(change.Old, length), Style.Danger);
            default:
                Add(change.Old, Style.Danger);
                line.Add(" → ", Style.Faint);
                Add(change.New, Style.Good);
                return line;
        }

        void Add(Engine.Values.PropertyValue? value, Style style) =>
            line.Add(ValueText.Short(value, length), value is null ? Style.Faint : style);
    }
}
