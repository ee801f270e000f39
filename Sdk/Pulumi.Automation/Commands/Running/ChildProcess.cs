using System.ComponentModel;
using System.Diagnostics;

namespace Pulumi.Automation.Commands.Running;

/// <summary>One run of a program.</summary>
/// <param name="start">What to start, with all three streams redirected.</param>
/// <param name="onOutput">Takes each line it prints. Default: nobody does.</param>
/// <param name="onError">Takes each line it complains in. Default: nobody does.</param>
/// <param name="grace">How long it may take to end once it is interrupted.</param>
internal sealed class ChildProcess(ProcessStartInfo start, Action<string>? onOutput, Action<string>? onError, TimeSpan grace)
{
    /// <summary>What an interrupted deployment gets to let the operations under way end: providers are told to stop, and most of them do within seconds.</summary>
    public static readonly TimeSpan UsualGrace = TimeSpan.FromMinutes(10);

    // A plugin that outlives the CLI may hold its streams open.
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(5);

    /// <summary>Runs it to its end, whatever its exit code.</summary>
    /// <param name="input">What it reads. Default: nothing.</param>
    /// <param name="cancellationToken">Interrupts it, as Ctrl-C does; what does not end in time, or is interrupted again, is killed.</param>
    /// <exception cref="OperationCanceledException">It was interrupted before it was done.</exception>
    public async Task<CommandResult> RunAsync(string? input, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var interruptions = new Interruptions();
        using var process = Start();
        var output = new LineReader(process.StandardOutput, onOutput);
        var error = new LineReader(process.StandardError, onError);
        var reading = Task.WhenAll(output.ReadAsync(), error.ReadAsync());
        var isCancelled = false;
        using (cancellationToken.Register(() => Volatile.Write(ref isCancelled, true)))
        {
            await FeedAsync(process, input).ConfigureAwait(false);
            await EndAsync(process, interruptions, cancellationToken).ConfigureAwait(false);
        }
        await Task.WhenAny(reading, Task.Delay(LongestRest, CancellationToken.None)).ConfigureAwait(false);

        // What was done all the same is done; who cancelled learns of it with the next call.
        if (isCancelled && process.ExitCode != 0)
            throw new OperationCanceledException(cancellationToken);
        (output.Failure ?? error.Failure)?.Throw();
        return new(process.ExitCode, output.Text, error.Text);
    }

    private Process Start()
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e) when (!Directory.Exists(start.WorkingDirectory))
        {
            throw new DirectoryNotFoundException($"{start.WorkingDirectory}: got no folder, want the one to run pulumi in", e);
        }
    }

    private static async Task FeedAsync(Process process, string? input)
    {
        try
        {
            if (input is not null)
                await process.StandardInput.WriteAsync(input).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading; its exit code says why.
        }
    }

    private async Task EndAsync(Process process, Interruptions interruptions, CancellationToken cancellationToken)
    {
        try
        {
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            var ended = process.WaitForExitAsync(CancellationToken.None);
            if (await interruptions.InterruptOnceAsync(process).ConfigureAwait(false))
                await EndInTimeAsync(ended, interruptions).ConfigureAwait(false);
            Interruptions.Kill(process);
            await ended.ConfigureAwait(false);
        }
    }

    private async Task EndInTimeAsync(Task ended, Interruptions interruptions)
    {
        var another = interruptions.NextAsync();
        Task first = Task.WhenAny(ended, another);
        await first.WaitAsync(grace).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        // The CLI has heard the second one too, and ends at once by itself.
        if (another.IsCompleted)
            await ended.WaitAsync(LongestRest).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
