using System.Diagnostics;

namespace Database.Tests.Server;

/// <summary>Runs processes to their end.</summary>
internal static class Running
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Runs a command with exactly the given environment beside PATH.</summary>
    public static async Task<Ran> Async(IEnumerable<string> command, IReadOnlyDictionary<string, string>? variables = null)
    {
        var words = command.ToList();
        var start = new ProcessStartInfo(words[0])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var word in words.Skip(1))
            start.ArgumentList.Add(word);
        start.Environment.Clear();
        start.Environment["PATH"] = $"{PostgresPackages.Programs}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["LC_ALL"] = "C.UTF-8";
        foreach (var (name, value) in variables ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{string.Join(' ', words)} did not end within {Limit}");
        }
        return new(process.ExitCode, await output, await error);
    }

    /// <summary>Runs a command that must succeed.</summary>
    public static async Task<string> OrThrowAsync(
        IEnumerable<string> command,
        IReadOnlyDictionary<string, string>? variables = null
    )
    {
        var words = command.ToList();
        var ran = await Async(words, variables);
        return ran.ExitCode == 0 ? ran.Out : throw new InvalidOperationException($"{string.Join(' ', words)}\n{ran}");
    }
}
