using System.Diagnostics;
using System.Runtime.InteropServices;
using Automation.Tests.StandIns;

namespace Automation.Tests.Examples;

/// <summary>The example script, run as a user runs it: a process of its own.</summary>
internal static class ExampleScript
{
    private static readonly string Folder = Path.Combine(
        Repository.Root,
        "examples",
        "automation",
        "bin",
        Path.GetRelativePath(Path.Combine(Repository.Root, "Automation.Tests", "bin"), AppContext.BaseDirectory)
    );

    /// <param name="interruptAt">Sends it a Ctrl-C once it has printed this.</param>
    public static async Task<(int ExitCode, string Out, string Error)> RunAsync(
        StandInCli cli,
        string arguments,
        string? interruptAt = null
    )
    {
        var start = new ProcessStartInfo(Path.Combine(Folder, "automation-example"), arguments)
        {
            WorkingDirectory = cli.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in cli.Environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = "";
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            output += line + "\n";
            if (line == interruptAt)
                Assert.That(Signal(process.Id, 2), Is.Zero);
        }
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await error);
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int process, int signal);
}
