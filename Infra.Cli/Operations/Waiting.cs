using System.Diagnostics;
using Infra.Cli.Output;

namespace Infra.Cli.Operations;

/// <summary>Looks again and again until something is so, and tells what it sees.</summary>
/// <param name="stack">The stack; it says how long to wait between two looks.</param>
/// <param name="terminal">Where to tell it.</param>
/// <param name="limit">How long at most.</param>
internal sealed class Waiting(OperatedStack stack, Terminal terminal, TimeSpan limit)
{
    private readonly long _started = Stopwatch.GetTimestamp();

    /// <summary>Waits.</summary>
    /// <param name="what">What is waited for, for the messages.</param>
    /// <param name="look">How it is, in a few words, and whether that is what is waited for.</param>
    /// <param name="wayOut">What to do where it takes too long.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="CommandException">It took too long.</exception>
    public async Task UntilAsync(
        string what,
        Func<CancellationToken, Task<(string State, bool Done)>> look,
        string wayOut,
        CancellationToken cancellationToken
    )
    {
        var last = "";
        while (true)
        {
            var (state, done) = await look(cancellationToken);
            var time = Stopwatch.GetElapsedTime(_started);
            if (state != last)
            {
                terminal.WriteLine($"{what}: {last = state} ({Words.Time(time)})", Style.Faint);
                terminal.Flush();
            }
            if (done)
                return;
            if (time > limit)
                throw new CommandException(
                    ExitCodes.ProgramFailed,
                    $"{what}: still {state} after {Words.Time(time)}; nothing was undone. {wayOut}"
                );
            await stack.PauseAsync(cancellationToken);
        }
    }
}
