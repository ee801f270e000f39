using System.Collections.Immutable;
using Infra.Observability;
using Infra.Validation;

namespace Infra.Settings.Alarms;

/// <summary>What is said once for all alarms of a stack, whatever their region.</summary>
/// <param name="Enabled">Whether they tell anybody.</param>
/// <param name="Muted">Those that do not, by their keys.</param>
/// <param name="RunbookBase">What runbooks are found under.</param>
internal sealed record AlarmSwitches(bool Enabled, ImmutableArray<string> Muted, string RunbookBase)
{
    /// <summary>Those of some rows that tell nobody: the alarms of a stack are made in two regions, and each has its own.</summary>
    public ImmutableArray<string> MutedOf(IEnumerable<AlarmRow> rows) => [.. Muted.Intersect(rows.Select(row => row.Key))];

    /// <summary>Alarms with these settings.</summary>
    /// <param name="context">The stack, with the region of the alarms.</param>
    /// <param name="rows">The alarms.</param>
    /// <param name="things">What there is to watch.</param>
    /// <param name="topics">Whom they tell.</param>
    public AlarmSetArgs ToArgs(
        StackContext context,
        ImmutableArray<AlarmRow> rows,
        ImmutableArray<string> things,
        AlertTopics topics
    ) =>
        new()
        {
            Context = context,
            Rows = rows,
            Things = things,
            Topics = topics.Arns,
            Muted = MutedOf(rows),
            ActionsEnabled = Enabled,
            RunbookBase = RunbookBase,
        };

    /// <summary>Names of which there is no alarm in any region, and which would mute nothing.</summary>
    /// <param name="keys">The alarms of the stack.</param>
    public IEnumerable<Problem> Unknown(IReadOnlyCollection<string> keys) =>
        Muted.Where(key => !keys.Contains(key)).Select(key => Problem.UnknownKey($"alarms.muted.{key}", key, keys));
}
