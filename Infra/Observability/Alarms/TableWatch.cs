using System.Collections.Immutable;

namespace Infra.Observability.Alarms;

/// <summary>A table of DynamoDB to watch.</summary>
/// <param name="Key">What its alarms begin with, such as <c>table</c>.</param>
/// <param name="TableName">The table.</param>
internal sealed record TableWatch(string Key, string TableName)
{
    /// <summary>The names of its indexes, which are throttled on their own. Default: none.</summary>
    public ImmutableArray<string> Indexes { get; init; } = [];

    /// <summary>What the rows watch.</summary>
    public string Thing => $"table/{TableName}";
}
