using System.Diagnostics;

namespace Infra.Cli.Tests;

/// <summary>What a process said and how it ended.</summary>
internal sealed record Ran(int ExitCode, string Out, string Error)
{
    public override string ToString() => $"exit {ExitCode}\n--- out\n{Out}\n--- error\n{Error}";
}

/// <summary>Runs processes with an environment of their own.</summary>
internal static class Running
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Runs a command to its end. A variable of null is removed. It may be sent what Ctrl-C sends, and text to read.</summary>
    public static async Task<Ran> Async(
        string command,
        IEnumerable<string> arguments,
        string folder,
        IReadOnlyDictionary<string, string?>? variables = null,
        TimeSpan? interruptAfter = null,
        string input = "",
        TimeSpan? limit = null,
        Func<bool>? interruptWhen = null
    )
    {
        var start = new ProcessStartInfo(command)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (
            var name in new[] { "PULUMI_STACK", "CI", "NO_COLOR", "INFRA_SKIP_BUILD", "INFRA_DEBUG", "PULUMI_CONFIG_PASSPHRASE" }
        )
            start.Environment.Remove(name);
        foreach (var (name, value) in variables ?? new Dictionary<string, string?>())
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        await WriteAsync(process.StandardInput, input);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (interruptAfter is not null || interruptWhen is not null)
        {
            await Task.Delay(interruptAfter ?? TimeSpan.Zero);
            while (interruptWhen is not null && !interruptWhen() && !process.HasExited)
                await Task.Delay(TimeSpan.FromMilliseconds(100));
            using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        }
        using var patience = new CancellationTokenSource(limit ?? Limit);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{command} {string.Join(' ', arguments)} did not end within {limit ?? Limit}");
        }
        return new(process.ExitCode, await output, await error);
    }

    private static async Task WriteAsync(StreamWriter standardInput, string input)
    {
        try
        {
            await standardInput.WriteAsync(input);
            standardInput.Close();
        }
        catch (IOException)
        {
            // The command has ended without reading it.
        }
    }
}
