using System.Runtime.CompilerServices;

namespace Infra.Cli.Operations.Logs;

/// <summary>The lines of several groups in order of time, without holding more than a page of each.</summary>
internal static class LogMerge
{
    // Each question is a process of its own; more at a time would only wait for one another.
    private const int AtOnce = 4;

    /// <summary>All lines; of the same moment by group.</summary>
    public static async IAsyncEnumerable<LogLine> LinesAsync(
        IReadOnlyList<LogCursor> cursors,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var limit = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        while (true)
        {
            await Parallel.ForEachAsync(
                cursors.Where(cursor => cursor.IsOpen),
                limit,
                async (cursor, token) => await cursor.FillAsync(token)
            );
            if (
                cursors.Where(cursor => cursor.Next is not null).MinBy(cursor => cursor.Next!.Time)
                is not { Next: { } line } first
            )
                yield break;
            first.Advance();
            yield return line;
        }
    }
}
