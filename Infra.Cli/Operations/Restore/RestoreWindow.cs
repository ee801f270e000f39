using System.Text.Json;
using Engine;

namespace Infra.Cli.Operations.Restore;

/// <summary>From when to when something can be restored.</summary>
/// <param name="Earliest">The first moment.</param>
/// <param name="Latest">The last one, some minutes ago.</param>
internal sealed record RestoreWindow(DateTimeOffset Earliest, DateTimeOffset Latest)
{
    /// <summary>Refuses a moment outside.</summary>
    /// <exception cref="InputException">It is.</exception>
    public void Require(DateTimeOffset? time, string source)
    {
        if (time < Earliest || time > Latest)
            throw new InputException(
                "--to",
                [
                    $"got {Moment.Text(time.Value)}, want a time from {Moment.Text(Earliest)} to {Moment.Text(Latest)}, which is how far the backups of {source} reach; or latest. "
                        + "Older: a snapshot, docs/runbooks/restore.md",
                ]
            );
    }

    /// <summary>A time as the <c>aws</c> CLI writes it: version 2 as a text, others as seconds. Default: there is none.</summary>
    public static DateTimeOffset? Time(JsonElement answer, string name)
    {
        if (!answer.TryGetProperty(name, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.Number)
            return DateTimeOffset.FromUnixTimeMilliseconds((long)(value.GetDouble() * 1000));
        return value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out var time) ? time : null;
    }
}
