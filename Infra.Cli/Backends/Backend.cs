using System.Collections.Immutable;
using System.Text.Json;
using Infra.Cli.Tools;

namespace Infra.Cli.Backends;

/// <summary>A place where Pulumi keeps state, asked through its command line. What the user is logged in to stays as it is.</summary>
/// <param name="Url">For example <c>s3://bucket?region=eu-west-1</c>.</param>
/// <param name="Folder">The folder of the project.</param>
/// <param name="Passphrase">What opens secrets that a passphrase sealed. Default: what the user's environment says.</param>
internal sealed record Backend(string Url, string Folder, string? Passphrase = null)
{
    // An update that is killed leaves behind what nobody knows of; ten minutes are what the Automation API gives it too.
    private static readonly Tool Pulumi = new("pulumi", "install it from https://www.pulumi.com/docs/install/")
    {
        Patience = TimeSpan.FromMinutes(10),
    };

    /// <summary>A folder of this machine.</summary>
    /// <param name="path">The folder; it is made.</param>
    /// <param name="project">The folder of the project.</param>
    /// <param name="passphrase">See <see cref="Passphrase"/>.</param>
    public static Backend InFolder(string path, string project, string? passphrase = null)
    {
        Directory.CreateDirectory(path);
        return new(UrlOf(path), project, passphrase);
    }

    /// <summary>How Pulumi calls a folder.</summary>
    public static string UrlOf(string path) => $"file://{path.Replace('\\', '/')}";

    /// <summary>The command line as a person would type it.</summary>
    public string Text(params IEnumerable<string> call) =>
        $"{(Passphrase is null ? "" : $"PULUMI_CONFIG_PASSPHRASE={Passphrase} ")}PULUMI_BACKEND_URL='{Url}' pulumi {CommandText.Of(call)}";

    /// <summary>How many resources the state of a stack has; nothing where the backend knows no such stack.</summary>
    public async Task<int?> ResourcesAsync(string stack, CancellationToken cancellationToken)
    {
        string[] call = ["stack", "ls", "--json", "--non-interactive"];
        var answer = await AskAsync(call, cancellationToken);
        using var list = Parse(answer.Out, call);
        foreach (var one in list.RootElement.EnumerateArray())
            // Some versions write organization/project/stack.
            if (one.Text("name") is { } name && name[(name.LastIndexOf('/') + 1)..] == stack)
                return one.TryGetProperty("resourceCount", out var count) && count.TryGetInt32(out var number) ? number : 0;
        return null;
    }

    /// <summary>Runs a command to its end.</summary>
    /// <exception cref="CommandException">It failed; with what it said.</exception>
    public async Task<ToolAnswer> AskAsync(IReadOnlyList<string> call, CancellationToken cancellationToken)
    {
        var answer = await Pulumi.RunAsync(call, Folder, cancellationToken, Variables());
        return answer.ExitCode == 0 ? answer : throw Failure(answer, call);
    }

    private ImmutableDictionary<string, string> Variables()
    {
        // Deployments are built on the official packages; production takes no other.
        var variables = ImmutableDictionary<string, string>.Empty.Add("PULUMI_BACKEND_URL", Url).Add("PulumiPackages", "nuget");
        return Passphrase is null ? variables : variables.Add("PULUMI_CONFIG_PASSPHRASE", Passphrase);
    }

    private CommandException Failure(ToolAnswer answer, IReadOnlyList<string> call)
    {
        // What a deployment did until it failed is in its output, the reason often in both.
        string[] said = [answer.Out.Trim(), answer.Error];
        var text = string.Join('\n', said.Where(part => part.Length > 0));
        var wayOut = text.Contains("currently locked", StringComparison.Ordinal)
            ? $"\nWhen nobody else is at it, remove the lock: PULUMI_BACKEND_URL='{Url}' pulumi cancel"
            : "";
        return new(
            ExitCodes.ProgramFailed,
            $"pulumi {Words(call)}: {(text.Length == 0 ? $"exit code {answer.ExitCode}" : text)}{wayOut}"
        );
    }

    private static JsonDocument Parse(string text, IReadOnlyList<string> call)
    {
        try
        {
            var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind == JsonValueKind.Array)
                return document;
            document.Dispose();
        }
        catch (JsonException)
        {
            // Told below.
        }
        throw new CommandException(
            ExitCodes.ProgramFailed,
            $"pulumi {Words(call)}: got no JSON list of stacks; is it the tool one thinks it is?"
        );
    }

    private static string Words(IReadOnlyList<string> call) => string.Join(' ', call.TakeWhile(word => !word.StartsWith('-')));
}
