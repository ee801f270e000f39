using System.Collections.Immutable;

namespace Infra.Observability;

/// <summary>An alarm made of other alarms.</summary>
internal sealed record CompositeAlarmRow
{
    /// <summary>What the alarm is called behind the stack's prefix.</summary>
    public required string Key { get; init; }

    /// <inheritdoc cref="AlarmRow.Severity"/>
    public required AlertSeverity Severity { get; init; }

    /// <inheritdoc cref="AlarmRow.Description"/>
    public required string Description { get; init; }

    /// <inheritdoc cref="AlarmRow.Runbook"/>
    public required string Runbook { get; init; }

    /// <summary>Keys of rows. It rings when all alarms of any one of these lists ring.</summary>
    public required ImmutableArray<ImmutableArray<string>> AnyOf { get; init; }
}
