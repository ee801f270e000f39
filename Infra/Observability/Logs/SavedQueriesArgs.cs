using System.Collections.Immutable;
using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Observability.Logs;

/// <summary>What <see cref="SavedQueries"/> need.</summary>
internal sealed record SavedQueriesArgs
{
    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>The log group that is asked.</summary>
    public required Input<string> LogGroupName { get; init; }

    /// <summary>Default: what is asked of the log of idp-server.</summary>
    public ImmutableArray<SavedQuery> Queries { get; init; } = ApplicationQueries.All;

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        foreach (var twice in Queries.GroupBy(query => query.Key).Where(same => same.Count() > 1))
            yield return new("queries", $"{twice.Count()} named {twice.Key}", "each name once", "rename one");
        foreach (var empty in Queries.Where(query => query.Text.Trim().Length == 0))
            yield return new($"queries.{empty.Key}.text", "", "a question", "write one, or remove the query");
    }
}
