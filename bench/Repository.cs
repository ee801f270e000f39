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

    private string Synthetic => Path(".build/synthetic/Synthetic.dll");

    /// <summary>Builds what is measured the way the launcher does, and installs the peer where it is missing.</summary>
    public void Build()
    {
        Run(Path("infra"), "stacks");
        string[] native = ["-p:ForLauncher=true", "-p:RunAnalyzers=false", "--artifacts-path", Path(".build/artifacts")];
        Run(
            "dotnet",
            [
                "publish",
                Path("bench/Synthetic"),
                "-c",
                "Release",
                "-v",
                "q",
                "--nologo",
                "-o",
                Path(".build/synthetic"),
                .. native,
            ]
        );
        if (!Directory.Exists(Path("Conformance.Tests/node/node_modules")))
            Run("npm", "ci", "--ignore-scripts", "--prefix", Path("Conformance.Tests/node"));
    }

    /// <summary>Builds what deployments are measured with: the command, and the stand-in for Pulumi's CLI.</summary>
    public void BuildDeploying()
    {
        Run(Path("infra"), "stacks");
        Run("dotnet", "build", Path("Automation.StandIn"), "-c", "Release", "-v", "q", "--nologo", "-p:RunAnalyzers=false");
    }

    /// <summary>The stacks of this repository that are measured too.</summary>
    public IEnumerable<string> Stacks() =>
        new[] { "dev", "prod", "web-platform-prod", "neuraknot-prod", "finsight-prod", "taskflow-prod" }.Where(stack =>
            File.Exists(Path($"Pulumi.{stack}.yaml"))
        );

    /// <summary>A preview of a stack of this repository.</summary>
    public ProcessStartInfo Preview(string stack, params string[] more) => Infra(["preview", stack, .. more]);

    /// <summary>A picture of a stack of this repository.</summary>
    public ProcessStartInfo Graph(string stack) => Infra(["graph", stack]);

    /// <summary>A preview of the synthetic program; like the program of this repository it runs inside the command's process.</summary>
    public ProcessStartInfo PreviewSynthetic(int resources, params string[] more) =>
        Infra(["preview", $"r{resources}", "--project", Path("bench/Synthetic"), "--program", Synthetic, .. more]);

    /// <summary>The same resources under the mocks of Pulumi's SDK for Node.</summary>
    public ProcessStartInfo Peer(int resources) =>
        new("node", [Path("bench/node/peer.js"), $"{resources}"]) { WorkingDirectory = _root };

    private ProcessStartInfo Infra(params string[] arguments) => new(Path("infra"), arguments) { WorkingDirectory = _root };

    private void Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { WorkingDirectory = _root })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{command} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }
}
