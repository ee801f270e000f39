using System.ComponentModel;
using System.Diagnostics;

namespace Infra.Cli.Tools;

/// <summary>A program of somebody else that a command drives.</summary>
/// <param name="Name">Its name on the PATH.</param>
/// <param name="Installation">What a user without it is told to do.</param>
internal sealed record Tool(string Name, string Installation)
{
    // How long a Ctrl-C may take from the process group to our own token, on a machine that has nothing else to do and on a busy one.
    private static readonly TimeSpan SignalSkew = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongSignalSkew = TimeSpan.FromSeconds(5);

    /// <summary>Runs it to its end and returns what it said.</summary>
    /// <exception cref="CommandException">It is not installed.</exception>
    public async Task<ToolAnswer> RunAsync(IEnumerable<string> arguments, string folder, CancellationToken cancellationToken)
    {
        using var process = Start(arguments, folder);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
            throw;
        }
        // What looks like a failure may be the user's Ctrl-C, which the tool heard first; most tools then say so by this exit code.
        if (process.ExitCode != 0)
            await Task.Delay(process.ExitCode == ExitCodes.Cancelled ? LongSignalSkew : SignalSkew, cancellationToken);
        return new(process.ExitCode, await output, (await error).Trim());
    }

    private Process Start(IEnumerable<string> arguments, string folder)
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
