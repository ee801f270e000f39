using System.Diagnostics;
using Engine.Programs;
using Infra.Cli.Output;
using Infra.Cli.Tools;

namespace Infra.Cli.Revisions;

/// <summary>The program of an earlier revision: built once in a tree of its own, kept without that tree, run as a process.</summary>
internal static class RevisionProgram
{
    private const string Project = "Infra";
    private const int ErrorLines = 12;

    private static readonly Tool Dotnet = new(
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet",
        "install the .NET SDK 10: an earlier revision is built with it"
    );

    /// <summary>The program, built where it is not there yet.</summary>
    /// <exception cref="CommandException">It cannot be built.</exception>
    public static async Task<IProgram> BuildAsync(Revision revision, Terminal progress, CancellationToken cancellationToken)
    {
        var program = Path.Combine(revision.Folder, "program");
        var assembly = Path.Combine(program, $"{Project}.dll");
        if (!File.Exists(assembly))
        {
            var started = Stopwatch.GetTimestamp();
            progress.WriteLine(
                $"building {revision.Name} ({revision.Commit[..7]}), whose program is another; once, about a minute ...",
                Style.Faint
            );
            progress.Flush();
            await revision.WithTreeAsync(tree => PublishAsync(revision, tree, program, cancellationToken), cancellationToken);
            progress.WriteLine($"built in {Words.Time(Stopwatch.GetElapsedTime(started))}", Style.Faint);
        }
        return new ProcessProgram { Command = Dotnet.Name, Arguments = [assembly] };
    }

    private static async Task PublishAsync(Revision revision, string tree, string program, CancellationToken cancellationToken)
    {
        var (fresh, artifacts) = ($"{program}.new", Path.Combine(revision.Folder, "artifacts"));
        try
        {
            Remove(fresh);
            var answer = await Dotnet.RunAsync(
                [
                    "publish",
                    Path.Combine(tree, Project, $"{Project}.csproj"),
                    "--configuration",
                    "Release",
                    "--output",
                    fresh,
                    "--artifacts-path",
                    artifacts,
                    "--nologo",
                    "--verbosity",
                    "quiet",
                    "-clp:ErrorsOnly",
                    "-nodeReuse:false",
                    "-p:UseSharedCompilation=false",
                    "-p:RunAnalyzers=false",
                    "-p:GenerateDocumentationFile=false",
                ],
                tree,
                cancellationToken
            );
            if (answer.ExitCode != 0)
                throw new CommandException(ExitCodes.ProgramFailed, Told(revision, answer));
            Directory.Move(fresh, program);
        }
        finally
        {
            Remove(fresh);
            Remove(artifacts);
        }
    }

    private static string Told(Revision revision, ToolAnswer answer)
    {
        var lines = $"{answer.Out}\n{answer.Error}"
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct()
            .ToList();
        return $"{revision.Name} ({revision.Commit[..7]}) cannot be built:\n"
            + string.Concat(lines.Take(ErrorLines).Select(line => $"  {line}\n"))
            + (lines.Count > ErrorLines ? $"  and {lines.Count - ErrorLines} more lines\n" : "")
            + "take a revision that builds, or a plan that was saved then (--baseline)";
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
