using System.ComponentModel;
using System.Diagnostics;
using Pulumi.Automation.Commands.Running;

namespace Infra.Cli.Tools;

/// <summary>A program of somebody else that a command drives.</summary>
/// <param name="Name">Its name on the PATH.</param>
/// <param name="Installation">What a user without it is told to do.</param>
internal sealed record Tool(string Name, string Installation)
{
    // How long a Ctrl-C may take from the process group to our own token, on a machine that has nothing else to do and on a busy one.
    private static readonly TimeSpan SignalSkew = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongSignalSkew = TimeSpan.FromSeconds(5);

    // What a tool that heard the Ctrl-C too may take to say good-bye to whom it talks to.
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    /// <summary>How long it may take to end what it has begun after a Ctrl-C, which it is told of. Default: it is ended at once.</summary>
    public TimeSpan? Patience { get; init; }

    /// <summary>Runs it to its end and returns what it said.</summary>
    /// <param name="arguments">Its command line.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="cancellationToken">Ends it, with all that it started.</param>
    /// <param name="variables">Environment variables besides those of this process. Default: none.</param>
    /// <exception cref="CommandException">It is not installed.</exception>
    public async Task<ToolAnswer> RunAsync(
        IEnumerable<string> arguments,
        string folder,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<string, string>? variables = null
    )
    {
        using var interruptions = Patience is null ? null : new Interruptions();
        using var process = Start(arguments, folder, variables);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            if (interruptions is not null && await interruptions.InterruptOnceAsync(process))
                await process
                    .WaitForExitAsync(CancellationToken.None)
                    .WaitAsync(Patience!.Value)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
            throw;
        }
        // What looks like a failure may be the user's Ctrl-C, which the tool heard first; most tools then say so by this exit code.
        if (process.ExitCode != 0)
            await Task.Delay(process.ExitCode == ExitCodes.Cancelled ? LongSignalSkew : SignalSkew, cancellationToken);
        return new(process.ExitCode, await output, (await error).Trim());
    }

    /// <summary>Runs it until it ends or is told to, and shows what it says as it says it.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="say">Takes each line of its output.</param>
    /// <param name="cancellationToken">Ends it: a Ctrl-C that it hears too ends it by itself, else it is ended.</param>
    /// <exception cref="CommandException">It is not installed.</exception>
    public async Task<ToolAnswer> FollowAsync(
        IEnumerable<string> arguments,
        string folder,
        Action<string> say,
        CancellationToken cancellationToken
    )
    {
        using var process = Start(arguments, folder, null);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var shown = ShowAsync(process.StandardOutput, say);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            using var patience = new CancellationTokenSource(Farewell);
            await process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
            throw;
        }
        await shown;
        if (process.ExitCode != 0)
            await Task.Delay(process.ExitCode == ExitCodes.Cancelled ? LongSignalSkew : SignalSkew, cancellationToken);
        return new(process.ExitCode, "", (await error).Trim());
    }

    /// <summary>Refuses to go on without it.</summary>
    /// <exception cref="CommandException">It is not installed.</exception>
    public async Task RequireAsync(string argument, string folder, CancellationToken cancellationToken) =>
        await RunAsync([argument], folder, cancellationToken);

    private static async Task ShowAsync(StreamReader output, Action<string> say)
    {
        while (await output.ReadLineAsync(CancellationToken.None) is { } line)
            say(line);
    }

    private Process Start(IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string>? variables)
    {
        var start = new ProcessStartInfo(Name)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["AWS_PAGER"] = ""; // a pager would wait for a key
        start.Environment["PULUMI_SKIP_UPDATE_CHECK"] = "true";
        foreach (var (name, value) in variables ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new CommandException(ExitCodes.ToolMissing, $"{Name}: not found on the PATH; {Installation}");
        }
    }
}
