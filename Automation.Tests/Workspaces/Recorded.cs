using Automation.Tests.StandIns;
using Pulumi.Automation;
using Pulumi.Automation.Commands;

namespace Automation.Tests.Workspaces;

/// <summary>A stack whose CLI is the stand-in, and the command lines it was sent. Paths of files that are temporary are written as names.</summary>
internal sealed class Recorded : IDisposable
{
    public const string History =
        """[{"version":7,"kind":"update","startTime":"2026-01-02T03:04:05.000Z","message":"more","environment":{"git.head":"abc"},"config":{"shop:token":{"value":"hunter2","secret":true}},"result":"succeeded","endTime":"2026-01-02T03:05:05.000Z","resourceChanges":{"create":2,"same":1}}]""";

    public const string Summary =
        """{"sequence":0,"timestamp":1,"summaryEvent":{"maybeCorrupt":false,"durationSeconds":3,"resourceChanges":{"create":2,"same":1},"PolicyPacks":{}}}"""
        + "\n";

    private static readonly Lazy<Task<LocalPulumiCommand>> Command = new(async () =>
    {
        using var cli = new StandInCli();
        return await LocalPulumiCommand.CreateAsync(null, cli.Environment, default);
    });

    private Recorded(LocalWorkspaceOptions? options)
    {
        Cli.Answer("stack init").Answer("stack output", "{}").Answer("stack history", History);
        options ??= new();
        options.WorkDir ??= Folder.FullName;
        options.EnvironmentVariables = Cli.Environment;
        Options = options;
    }

    public StandInCli Cli { get; } = new();

    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("automation-tests-");

    public LocalWorkspaceOptions Options { get; }

    public LocalWorkspace Workspace { get; private set; } = null!;

    public WorkspaceStack Stack { get; private set; } = null!;

    public static async Task<Recorded> StackAsync(LocalWorkspaceOptions? options = null)
    {
        var recorded = new Recorded(options);
        recorded.Options.PulumiCommand = await Command.Value; // one version check for all
        recorded.Workspace = await LocalWorkspace.CreateAsync(recorded.Options);
        recorded.Stack = new("dev", recorded.Workspace);
        return recorded;
    }

    /// <summary>The command lines, without the questions for the version.</summary>
    public IEnumerable<string> Lines => Cli.Calls.Where(call => call.Line != "version").Select(call => Named(call.Arguments));

    /// <summary>The first of them, which is all that some tests look at.</summary>
    public string Line => Lines.First();

    /// <summary>The text of a file in the folder of the workspace.</summary>
    public Task<string> ReadAsync(string name) => File.ReadAllTextAsync(Path.Combine(Folder.FullName, name));

    public void Dispose()
    {
        Stack?.Dispose();
        Cli.Dispose();
        Folder.Delete(recursive: true);
    }

    private static string Named(IReadOnlyList<string> arguments) =>
        string.Join(
            ' ',
            arguments.Select(
                (argument, position) =>
                    position > 0 && arguments[position - 1] is "--event-log" or "--out" && argument.StartsWith(Path.GetTempPath())
                        ? "FILE"
                    : position > 0 && arguments[position - 1] == "--file" ? "FILE"
                    : argument.StartsWith("--client=127.0.0.1:") && int.TryParse(argument.Split(':')[1], out var port) && port > 0
                        ? "--client=127.0.0.1:PORT"
                    : argument
            )
        );
}
