using System.Globalization;
using Review.Model;

namespace Review.Comparison.Summary;

/// <summary>How rows of the summary read a stack.</summary>
internal static class Facts
{
    /// <summary>What stands for a fact that a stack does not have.</summary>
    public const string Nothing = "none";

    /// <summary>How many resources of a type there are.</summary>
    public static Func<StackModel, string?> Count(string type, Func<Resource, bool>? when = null) =>
        stack => stack.All(type).Count(when ?? (_ => true)).ToString(CultureInfo.InvariantCulture);

    /// <summary>What a property says: every answer that resources of the type give, once.</summary>
    public static Func<StackModel, string?> Text(string type, string path, string unit = "", Func<Resource, bool>? when = null) =>
        stack => Said(Found(stack, type, when).Select(resource => Shown(resource[path], unit)));

    /// <summary>Whether a property is true: yes, no, or both where resources differ.</summary>
    public static Func<StackModel, string?> Flag(string type, string path, Func<Resource, bool>? when = null) =>
        stack =>
            Said(
                Found(stack, type, when)
                    .Select(resource =>
                        resource[path].IsUnknown ? "?"
                        : resource[path].Bool is true ? "yes"
                        : "no"
                    )
            );

    /// <summary>Two numbers as a range.</summary>
    public static Func<StackModel, string?> Range(string type, string from, string to, string unit = "") =>
        stack => Said(stack.All(type).Select(resource => $"{Shown(resource[from], "")}–{Shown(resource[to], unit)}"));

    /// <summary>The sum of a number.</summary>
    public static Func<StackModel, string?> Sum(string type, string path) =>
        stack => stack.All(type).Sum(resource => resource[path].Number ?? 0).ToString("R", CultureInfo.InvariantCulture);

    private static IEnumerable<Resource> Found(StackModel stack, string type, Func<Resource, bool>? when) =>
        stack.All(type).Where(when ?? (_ => true)).OrderBy(resource => resource.Urn, StringComparer.Ordinal);

    private static string Shown(Value value, string unit) =>
        value switch
        {
            { IsSecret: true } => "[secret]",
            { IsUnknown: true } => "?",
            { Text: "1" } when unit.EndsWith('s') => $"1{unit[..^1]}",
            { Text: { } text } => $"{text}{unit}",
            _ => Nothing,
        };

    // Orders by size where the answers are numbers, so that 7 stands before 14.
    private static string? Said(IEnumerable<string> answers) =>
        answers.Distinct().OrderBy(answer => answer, Guardrails.NaturalOrder.Instance).ToList() is { Count: > 0 } all
            ? string.Join(" + ", all)
            : null;
}
