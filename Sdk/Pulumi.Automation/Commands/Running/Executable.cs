using System.Diagnostics;
using System.Text;

namespace Pulumi.Automation.Commands.Running;

/// <summary>Where the CLI is.</summary>
/// <param name="root">Its installation, which has a folder <c>bin</c>. Default: whichever is first on the PATH.</param>
internal sealed class Executable(string? root)
{
    private const string Installation = "install Pulumi's CLI: https://www.pulumi.com/docs/install/";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly string FileName = OperatingSystem.IsWindows() ? "pulumi.exe" : "pulumi";

    /// <summary>What starts it.</summary>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    public ProcessStartInfo StartInfo(IEnumerable<string> arguments, string folder, IDictionary<string, string?> variables)
    {
        var path = variables.TryGetValue("PATH", out var own) ? own : Environment.GetEnvironmentVariable("PATH");
        var start = new ProcessStartInfo(Find(path ?? ""))
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // The CLI's, whatever this process has.
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in variables)
            if (value is null)
                start.Environment.Remove(name);
            else
                start.Environment[name] = value;
        // The CLI starts its plugins by the PATH too.
        if (root is not null)
            start.Environment["PATH"] = Path.Combine(root, "bin") + Path.PathSeparator + path;
        return start;
    }

    // Looked for here: Process would look into the folder of this program and the current one first.
    private string Find(string path)
    {
        if (root is not null)
        {
            var file = Path.Combine(root, "bin", FileName);
            return File.Exists(file) ? file : throw Missing($"{file} is not there; {Installation}, or set Root to where it is");
        }
        return path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .Select(folder => Path.Combine(folder, FileName))
                .FirstOrDefault(File.Exists)
            ?? throw Missing($"not found on the PATH; {Installation}");
    }

    private static FileNotFoundException Missing(string what) => new($"pulumi: {what}", FileName);
}
