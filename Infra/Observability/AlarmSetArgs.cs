using System.Collections.Immutable;
using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Observability;

/// <summary>What an <see cref="AlarmSet"/> needs.</summary>
internal sealed record AlarmSetArgs
{
    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>The alarms.</summary>
    public required ImmutableArray<AlarmRow> Rows { get; init; }

    /// <summary>The things that the stack has; see <see cref="AlarmRow.Watches"/>.</summary>
    public required ImmutableArray<string> Things { get; init; }

    /// <summary>The topic for each severity that a row uses.</summary>
    public required ImmutableSortedDictionary<AlertSeverity, Output<string>> Topics { get; init; }

    /// <summary>Alarms made of the rows. Default: none.</summary>
    public ImmutableArray<CompositeAlarmRow> Composites { get; init; } = [];

    /// <summary>What the names of alarms begin with. Default: the stack's prefix.</summary>
    public string? Prefix { get; init; }

    /// <summary>Keys of alarms that are shown but tell nobody. Default: none.</summary>
    public ImmutableArray<string> Muted { get; init; } = [];

    /// <summary>Whether alarms tell anybody at all. Default: true.</summary>
    public bool ActionsEnabled { get; init; } = true;

    /// <summary>What runbooks are found under; a folder of the repository or the address of a site. Default: <c>docs/runbooks</c>.</summary>
    public string RunbookBase { get; init; } = "docs/runbooks";

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        var keys = Rows.Select(row => row.Key).Concat(Composites.Select(row => row.Key)).ToList();
        foreach (var twice in keys.GroupBy(key => key).Where(same => same.Count() > 1))
            yield return new("rows", $"{twice.Count()} alarms named {twice.Key}", "each name once", "rename one");
        foreach (var row in Rows)
        {
            foreach (var problem in AlarmRowCheck.Problems(row))
                yield return problem.Under($"rows.{row.Key}");
            if (!Things.Contains(row.Watches))
                yield return new(
                    $"rows.{row.Key}.watches",
                    row.Watches,
                    Known(Things),
                    "it would never have data; leave the row out"
                );
            if (!Topics.ContainsKey(row.Severity))
                yield return NoTopic($"rows.{row.Key}", row.Severity);
        }
        var rowKeys = Rows.Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var row in Composites)
        {
            foreach (var key in row.AnyOf.SelectMany(all => all).Where(key => !rowKeys.Contains(key)))
                yield return Problem.UnknownKey($"composites.{row.Key}.anyOf", key, rowKeys);
            if (row.AnyOf.IsDefaultOrEmpty || row.AnyOf.Any(all => all.IsDefaultOrEmpty))
                yield return new($"composites.{row.Key}.anyOf", "an empty list", "one or more rows", "it would never ring");
            if (!Topics.ContainsKey(row.Severity))
                yield return NoTopic($"composites.{row.Key}", row.Severity);
        }
        foreach (var key in Muted.Where(key => !keys.Contains(key)))
            yield return Problem.UnknownKey("muted", key, keys);
    }

    private Problem NoTopic(string path, AlertSeverity severity) =>
        new(
            $"{path}.severity",
            Word.Of(severity),
            Known([.. Topics.Keys.Select(known => Word.Of(known))]),
            "give the severity a topic, or nobody would be told"
        );

    private static string Known(IReadOnlyCollection<string> words) =>
        words.Count == 0 ? "nothing: there is none" : Spelling.OneOf(words);
}
