namespace Infra.Cli.Tests.Workflows;

/// <summary>The npm packages that look at workflows: where they are, and how they get there.</summary>
internal static class NodePackages
{
    private static readonly Lazy<Task> Installation = new(InstallAsync);

    public static string Folder { get; } = Path.Combine(Repository.Root, "Infra.Cli.Tests", "Workflows", "node");

    public static Task ReadyAsync() => Installation.Value;

    private static async Task InstallAsync()
    {
        // The lock file beside the packages says which are there, once all are.
        var locked = await File.ReadAllTextAsync(Path.Combine(Folder, "package-lock.json"));
        var installed = Path.Combine(Folder, "node_modules", ".workflows-lock.json");
        if (File.Exists(installed) && await File.ReadAllTextAsync(installed) == locked)
            return;
        var ran = await Running.Async("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], Folder);
        if (ran.ExitCode != 0)
            throw new InvalidOperationException($"npm ci in {Folder} failed: {ran}");
        await File.WriteAllTextAsync(installed, locked);
    }
}
