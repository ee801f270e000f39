using System.Runtime.CompilerServices;
using Infra.Cli.Operations.Parts;

namespace Infra.Cli.Operations.Logs;

/// <summary>Reads lines and goes on with those that are written meanwhile; each is told once.</summary>
/// <param name="stack">Who is asked.</param>
/// <param name="sources">The groups.</param>
internal sealed class LogFollower(OperatedStack stack, IReadOnlyList<LogSource> sources)
{
    // CloudWatch takes lines in some seconds after they were written, and not in order.
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(60);

    private readonly Dictionary<string, long> _told = new(StringComparer.Ordinal);
    private readonly HashSet<LogSource> _missing = [];

    /// <summary>Groups that AWS does not have, as far as they were asked for.</summary>
    public IReadOnlyCollection<LogSource> Missing => _missing;

    /// <summary>The lines, in order of time within each look.</summary>
    /// <param name="query">Which ones.</param>
    /// <param name="follow">Whether to look again for ever.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async IAsyncEnumerable<LogLine> LinesAsync(
        LogQuery query,
        bool follow,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        while (true)
        {
            var overlap = TimeProvider.System.GetUtcNow() - Late;
            var cursors = sources
                .Where(source => !_missing.Contains(source))
                .Select(source => new LogCursor(source, stack.AwsIn(source.Region), query))
                .ToList();
            await foreach (var line in LogMerge.LinesAsync(cursors, cancellationToken))
            {
                if (line.Id.Length > 0 && !_told.TryAdd($"{line.Source.Group}/{line.Id}", line.Time))
                    continue;
                yield return line;
            }
            _missing.UnionWith(cursors.Where(cursor => cursor.IsMissing).Select(cursor => cursor.Source));
            if (!follow || _missing.Count == sources.Count)
                yield break;
            await stack.PauseAsync(cancellationToken);
            query = query with { From = overlap > query.From ? overlap : query.From };
            Forget(query.From.ToUnixTimeMilliseconds());
        }
    }

    private void Forget(long before)
    {
        foreach (var id in _told.Where(told => told.Value < before).Select(told => told.Key).ToList())
            _told.Remove(id);
    }
}
