using System.Diagnostics;

namespace Bench;

/// <summary>The commands that are measured, on what is built of this repository.</summary>
internal sealed class Repository
{
    private readonly string _root;

    private Repository(string root) => _root = root;

    public static Repository Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "idp-infra.slnx")))
            folder = folder.Parent;
        return new Repository(
            folder?.FullName ?? throw new DirectoryNotFoundException($"no idp-infra.slnx above {AppContext.BaseDirectory}")
        );
    }

    public string Path(string relative) => System.IO.Path.Combine(_root, relative);

    /// <summary>Builds what is measured, optimised, and installs the peer where it is missing.</summary>
    public void Build()
    {
        Run("dotnet", "build", "-c", "Release", "-v", "q", "--nologo", Path("Infra.Cli/Infra.Cli.csproj"));
        Run("dotnet", "build", "-c", "Release", "-v", "q", "--nologo", Path("bench/Synthetic/Synthetic.csproj"));
        if (!Directory.Exists(Path("Conformance.Tests/node/node_modules")))
            Run("npm", "ci", "--ignore-scripts", "--prefix", Path("Conformance.Tests/node"));
    }

    /// <summary>The stacks of the repository itself.</summary>
    public IEnumerable<string> Stacks() =>
        new[] { "dev", "prod" }.Where(stack => File.Exists(Path($"Infra/Pulumi.{stack}.yaml")));

    public ProcessStartInfo Preview(string stack) => Infra("preview", stack);

    public ProcessStartInfo PreviewSynthetic(int resources) =>
        Infra("preview", $"r{resources}", "--program", Path("bench/Synthetic"));

    public ProcessStartInfo Peer(int resources) => new("node", [Path("bench/node/peer.js"), $"{resources}"]);

    private ProcessStartInfo Infra(params string[] arguments) =>
        new("dotnet", ["exec", Path("Infra.Cli/bin/Release/net10.0/Infra.Cli.dll"), .. arguments]) { WorkingDirectory = _root };

    private void Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { WorkingDirectory = _root })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{command} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }
}
