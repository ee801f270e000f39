using Infra.Cli.Tests;

namespace Report.Tests.Browser;

/// <summary>The npm packages that drive the browser: where they are, and how they get there.</summary>
internal static class NodePackages
{
    /// <summary>The folder of the scripts and their packages.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Root, "Report.Tests", "node");

    /// <summary>Installs the packages of <c>package-lock.json</c> unless they are there.</summary>
    public static async Task InstallAsync()
    {
        // It is written last: where it is, the installation is whole and of these versions.
        var installed = Path.Combine(Folder, "node_modules", ".report-lock.json");
        var wanted = Path.Combine(Folder, "package-lock.json");
        if (File.Exists(installed) && File.ReadAllText(installed) == File.ReadAllText(wanted))
            return;
        var ran = await Running.Async("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], Folder);
        if (ran.ExitCode != 0)
            throw new InvalidOperationException($"npm ci in {Folder} failed: {ran}");
        File.Copy(wanted, installed, overwrite: true);
    }
}
