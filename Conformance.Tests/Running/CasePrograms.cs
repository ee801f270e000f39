using Conformance.Tests.Programs;
using Engine.Programs;

namespace Conformance.Tests.Running;

/// <summary>The two programs of a case, started as Pulumi's language hosts start them.</summary>
internal static class CasePrograms
{
    /// <summary>The C# program: this assembly, told the case.</summary>
    public static ProcessProgram CSharp(string name) =>
        new() { Command = "dotnet", Arguments = ["exec", typeof(Host).Assembly.Location, name] };

    /// <summary>The JavaScript program, under the official SDK.</summary>
    public static ProcessProgram Node(string name) =>
        new()
        {
            Command = "node",
            Arguments =
            [
                // Node 20 hangs when it colours a stack trace whose source-mapped paths end inside node_modules/@scope: have none.
                "--stack-trace-limit=0",
                NodePackages.Runner,
                "--engine={PULUMI_ENGINE}",
                "--monitor={PULUMI_MONITOR}",
                "--project={PULUMI_PROJECT}",
                "--stack={PULUMI_STACK}",
                "--dry-run={PULUMI_DRY_RUN}",
                "--parallel=4",
                $"--pwd={NodePackages.ProgramFolder(name)}",
                ".",
            ],
        };
}
