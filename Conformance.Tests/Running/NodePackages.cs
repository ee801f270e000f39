using System.ComponentModel;
using System.Diagnostics;

namespace Conformance.Tests.Running;

/// <summary>The official SDK for Node: where it is, and how it gets there.</summary>
internal static class NodePackages
{
    private static readonly string Folder = Path.Combine(ProjectFolder(), "node");

    /// <summary>The script that runs a Pulumi program without the Pulumi CLI.</summary>
    public static string Runner => Path.Combine(Folder, "node_modules", "@pulumi", "pulumi", "cmd", "run");

    /// <summary>The folder of a case's JavaScript program.</summary>
    public static string ProgramFolder(string name) => Path.Combine(Folder, "programs", name);

    /// <summary>The names of the cases, in order.</summary>
    public static IEnumerable<string> Cases =>
        Directory
            .GetDirectories(Path.Combine(Folder, "programs"))
            .Select(folder => Path.GetFileName(folder)!)
            .Order(StringComparer.Ordinal);

    /// <summary>Installs the packages of <c>package-lock.json</c> unless they are there; fails where Node or npm are missing.</summary>
    public static void Install()
    {
        // npm writes this file last and copies the lock file into it: it is there when the installation is whole and of these versions.
        var installed = Path.Combine(Folder, "node_modules", ".conformance-lock.json");
        var wanted = Path.Combine(Folder, "package-lock.json");
        if (File.Exists(installed) && File.ReadAllText(installed) == File.ReadAllText(wanted))
            return;

        Run("node", "--version");
        Run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
        File.Copy(wanted, installed, overwrite: true);
    }

    private static void Run(string command, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(command, arguments) { WorkingDirectory = Folder, RedirectStandardError = true }
            )!;
            var errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
                throw new InvalidOperationException(
                    $"{command} {string.Join(' ', arguments)} in {Folder} ended with {process.ExitCode}: {errors}"
                );
        }
        catch (Win32Exception error)
        {
            throw new InvalidOperationException(
                $"Conformance tests compare with the official SDK for Node, but '{command}' cannot be started: {error.Message}. "
                    + "Install Node 20 or later with npm (https://nodejs.org) and put it on the PATH.",
                error
            );
        }
    }

    private static string ProjectFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Conformance.Tests.csproj")))
            folder = folder.Parent;
        return folder?.FullName
            ?? throw new DirectoryNotFoundException($"no Conformance.Tests.csproj above {AppContext.BaseDirectory}");
    }
}
