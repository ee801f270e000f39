using System.Diagnostics;
using Infra.Cli.Deploying.Progress;
using Infra.Cli.Output;
using Pulumi.Automation.Events;

namespace Infra.Cli.Deploying;

/// <summary>Lets the engine work, shows how far it is, and says what came of it.</summary>
/// <param name="stack">The stack.</param>
/// <param name="terminal">Where progress goes.</param>
internal sealed class DeployRun(DeployedStack stack, Terminal terminal)
{
    private readonly long _started = Stopwatch.GetTimestamp();

    /// <summary>How long it has been at work.</summary>
    public TimeSpan Time => Stopwatch.GetElapsedTime(_started);

    /// <summary>Runs an operation to its end.</summary>
    /// <param name="progress">What it will do.</param>
    /// <param name="operation">Starts it; it tells its events.</param>
    /// <param name="cancellationToken">Asks the engine to stop; it ends what it has begun.</param>
    /// <exception cref="CommandException">It failed; the errors have been told.</exception>
    public async Task<T> ToTheEndAsync<T>(
        DeployProgress progress,
        Func<Action<EngineEvent>, CancellationToken, Task<T>> operation,
        CancellationToken cancellationToken
    )
    {
        var log = new EngineLog(stack.Name);
        try
        {
            using var view = new ProgressView(progress, terminal, TimeProvider.System);
            return await operation(
                next =>
                {
                    log.Take(next);
                    view.Take(next);
                },
                cancellationToken
            );
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            log.TellErrors(terminal);
            terminal.WriteLine(
                $"{stack.Name}: stopped with {progress.Done} of {Words.Count(progress.Total, "resource")} done; what is done is in the state, and the same command does the rest",
                Style.Change
            );
            throw;
        }
        catch (Exception failure) when (DeployFailure.Of(stack.Name, failure, log.TellErrors(terminal)) is { } told)
        {
            if (progress.Done > 0)
                terminal.WriteLine(
                    $"{stack.Name}: failed with {progress.Done} of {Words.Count(progress.Total, "resource")} done; what is done is in the state, and the same command tries the rest again",
                    Style.Change
                );
            throw told;
        }
    }
}
