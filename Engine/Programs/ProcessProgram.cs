using System.ComponentModel;
using System.Diagnostics;

namespace Engine.Programs;

/// <summary>A program in any language, run as a process of its own.</summary>
public sealed class ProcessProgram : IProgram
{
    /// <summary>The command, looked up as the shell would.</summary>
    public required string Command { get; init; }

    /// <summary>
    /// Its arguments. <c>{PULUMI_MONITOR}</c> and the like stand for the variable of that name: some language hosts take addresses as arguments.
    /// </summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Variables set besides the protocol's, over those of this process.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <inheritdoc/>
    /// <exception cref="InputException">The command cannot be started.</exception>
    public async Task<ProgramExit> RunAsync(ProgramContext context, CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = StartInfo(context) };
        try
        {
            process.Start();
        }
        catch (Exception failure) when (failure is Win32Exception or InvalidOperationException)
        {
            throw new InputException(
                "program",
                [
                    $"{Command}: got no running program ({failure.Message}), want a command that can be started; is it installed and in PATH?",
                ]
            );
        }
        process.StandardInput.Close();
        var output = ReadAsync(process.StandardOutput, isError: false, context);
        var errors = ReadAsync(process.StandardError, isError: true, context);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
            // What the program printed last; a child that keeps the pipes open must not keep us.
            await Task.WhenAll(output, errors).WaitAsync(TimeSpan.FromSeconds(2), cancellationToken);
        }
        catch (TimeoutException)
        {
            Kill(process);
        }
        catch (OperationCanceledException)
        {
            Kill(process);
            throw;
        }
        return new ProgramExit(process.ExitCode);
    }

    private ProcessStartInfo StartInfo(ProgramContext context)
    {
        var start = new ProcessStartInfo(Command)
        {
            WorkingDirectory = context.WorkingDirectory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in Arguments)
            start.ArgumentList.Add(Expand(argument, context.Environment));
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        foreach (var (name, value) in context.Environment)
            if (value is null)
                start.Environment.Remove(name);
            else
                start.Environment[name] = value;
        return start;
    }

    private static string Expand(string argument, IReadOnlyDictionary<string, string?> variables) =>
        argument.Contains('{', StringComparison.Ordinal)
            ? variables.Aggregate(
                argument,
                (text, variable) => text.Replace($"{{{variable.Key}}}", variable.Value, StringComparison.Ordinal)
            )
            : argument;

    private static async Task ReadAsync(StreamReader reader, bool isError, ProgramContext context)
    {
        await Task.Yield();
        using var lines = new LineWriter(line => context.Print(new(line, isError)));
        var buffer = new char[4096];
        try
        {
            while (await reader.ReadAsync(buffer.AsMemory()) is var count and > 0)
                lines.Write(buffer.AsSpan(0, count));
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The process was killed: what it had printed is here already.
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception)
        {
            // It ended by itself in between.
        }
    }
}
