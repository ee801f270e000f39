using System.Text.RegularExpressions;
using Infra.Cli.Runbooks;
using Review.Comparison.Accepted;

namespace Infra.Cli.Tests;

/// <summary>Runs the built command as a process.</summary>
internal static partial class Cli
{
    /// <summary>The built command. CI has it as the launcher builds it: compiled ahead of time it starts in a fifth of the time.</summary>
    public static readonly string Assembly = Environment.GetEnvironmentVariable("INFRA_TEST_COMMAND") is { Length: > 0 } built
        ? built
        : Path.Combine(AppContext.BaseDirectory, "Infra.Cli.dll");

    /// <summary>The command line of <see cref="SampleProgram"/>.</summary>
    public static string Sample { get; } = $"dotnet \"{Path.Combine(AppContext.BaseDirectory, "Infra.Cli.Tests.dll")}\"";

    public static Task<Ran> RunAsync(string folder, params string[] arguments) => RunAsync(folder, new(), arguments);

    public static Task<Ran> RunAsync(string folder, Dictionary<string, string?> variables, params string[] arguments) =>
        Running.Async("dotnet", [Assembly, .. arguments], folder, variables);

    /// <summary>Runs the command with text on its standard input.</summary>
    public static Task<Ran> TypeAsync(
        string folder,
        Dictionary<string, string?> variables,
        string input,
        params string[] arguments
    ) => Running.Async("dotnet", [Assembly, .. arguments], folder, variables, input: input);

    /// <summary>Runs the command and presses Ctrl-C after a while.</summary>
    public static Task<Ran> InterruptAsync(string folder, TimeSpan after, params string[] arguments) =>
        Running.Async("dotnet", [Assembly, .. arguments], folder, interruptAfter: after);

    /// <summary>Runs the command and presses Ctrl-C once something is so.</summary>
    public static Task<Ran> InterruptWhenAsync(
        string folder,
        Dictionary<string, string?> variables,
        Func<bool> when,
        params string[] arguments
    ) => Running.Async("dotnet", [Assembly, .. arguments], folder, variables, interruptWhen: when);

    /// <summary>
    /// A folder with the project, the stack files, the accepted differences and the runbooks of this repository. All systems are in the one account that stand-ins of
    /// the AWS CLI answer for.
    /// </summary>
    public static TemporaryFolder Project()
    {
        var folder = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(Repository.Root, "Pulumi*.yaml"))
            folder.With(Path.GetFileName(file), InOneAccount(file));
        foreach (var page in Directory.EnumerateFiles(Path.Combine(Repository.Root, RunbookFolder.Folder), "*.md"))
            folder.With($"{RunbookFolder.Folder}/{Path.GetFileName(page)}", File.ReadAllText(page));
        return folder.With(AcceptedDifferences.File, File.ReadAllText(Path.Combine(Repository.Root, AcceptedDifferences.File)));
    }

    /// <summary>A folder with a project of two stacks that is not written in .NET.</summary>
    public static TemporaryFolder Shop() =>
        new TemporaryFolder()
            .With("Pulumi.yaml", "name: shop\nruntime: nodejs\n")
            .With("Pulumi.dev.yaml", "config:\n  aws:region: eu-west-1\n  shop:system: web\n  shop:token: {secure: \"v1:a:b\"}\n")
            .With("Pulumi.prod.yaml", "config:\n  aws:region: eu-central-1\n");

    // The stacks of bootstrap are one an account.
    private static string InOneAccount(string file) =>
        file.Contains(".bootstrap-", StringComparison.Ordinal)
            ? File.ReadAllText(file)
            : Accounts().Replace(File.ReadAllText(file), "${key}[\"111111111111\"]");

    [GeneratedRegex("""(?<key>aws:allowedAccountIds: )\["\d{12}"\]""")]
    private static partial Regex Accounts();
}
