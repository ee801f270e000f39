using System.Collections.Immutable;
using Conformance.Tests.Recording;

namespace Conformance.Tests.Comparison;

/// <summary>Finds where two programs said different things.</summary>
internal static class Differences
{
    /// <summary>One line a difference, empty where there is none.</summary>
    public static ImmutableArray<string> Between(IEnumerable<Fact> node, IEnumerable<Fact> csharp)
    {
        var differences = ImmutableArray.CreateBuilder<string>();
        var left = BySubject(node);
        var right = BySubject(csharp);
        foreach (var subject in left.Keys.Union(right.Keys).Order(StringComparer.Ordinal))
        {
            if (!right.TryGetValue(subject, out var ours))
                differences.Add($"{subject}: only Node calls it, with {Text(left[subject])}");
            else if (!left.TryGetValue(subject, out var theirs))
                differences.Add($"{subject}: only C# calls it, with {Text(ours)}");
            else
                differences.AddRange(FieldByField(subject, theirs, ours));
        }
        return differences.ToImmutable();
    }

    /// <summary>All differences, each on lines of its own.</summary>
    public static string Text(string what, ImmutableArray<string> differences) =>
        string.Join("\n  ", differences.Prepend($"{what}:"));

    private static IEnumerable<string> FieldByField(
        string subject,
        ImmutableSortedDictionary<string, string> node,
        ImmutableSortedDictionary<string, string> csharp
    ) =>
        from field in node.Keys.Union(csharp.Keys).Order(StringComparer.Ordinal)
        let theirs = node.GetValueOrDefault(field, "(absent)")
        let ours = csharp.GetValueOrDefault(field, "(absent)")
        where theirs != ours
        select $"{subject}: {field}\n      Node {theirs}\n      C#   {ours}";

    // Calls about the same subject are told apart by what they say, so that the order of arrival does not matter.
    private static Dictionary<string, ImmutableSortedDictionary<string, string>> BySubject(IEnumerable<Fact> calls) =>
        calls
            .Where(KnownDifferences.Counts)
            .GroupBy(call => call.ToString())
            .SelectMany(group =>
                group
                    .Select(KnownDifferences.Normalise)
                    .OrderBy(Text, StringComparer.Ordinal)
                    .Select((fields, index) => (Key: index == 0 ? group.Key : $"{group.Key} #{index + 1}", fields))
            )
            .ToDictionary(call => call.Key, call => call.fields);

    private static string Text(ImmutableSortedDictionary<string, string> fields) =>
        string.Join(", ", fields.Select(field => $"{field.Key}={field.Value}"));
}
