using System.Text.Json;
using Engine;
using Infra.Cli.Output;
using Infra.Cli.Stacks;
using Infra.Cli.Tools;

namespace Infra.Cli.Deployed;

/// <summary>What a deployed stack says of itself.</summary>
internal static class StackOutputs
{
    private static readonly Tool Pulumi = new(
        "pulumi",
        "install it from https://www.pulumi.com/docs/install/, or give the outputs in a file with --outputs FILE "
            + "(somebody who has it writes one with: pulumi stack output --json)"
    );

    /// <summary>Reads the outputs from a file, or asks Pulumi, which needs the right to read the stack's state.</summary>
    /// <returns>The document and where it is from.</returns>
    public static async Task<(JsonElement Document, string Source)> ReadAsync(
        StackTarget target,
        string? file,
        CancellationToken cancellationToken
    )
    {
        if (file is not null)
            return (FromFile(file), file);
        string[] call = ["stack", "output", "--json", "--stack", target.File.Stack, "--non-interactive"];
        var answer = await Pulumi.RunAsync(call, target.Project.Directory, cancellationToken);
        if (answer.ExitCode != 0)
            throw new CommandException(
                ExitCodes.ProgramFailed,
                $"pulumi stack output: {(answer.Error.Length == 0 ? answer.Out.Trim() : answer.Error)}"
            );
        return (answer.Json("pulumi stack output"), $"outputs of stack {target.File.Stack}");
    }

    private static JsonElement FromFile(string file)
    {
        const string Want = "want the document of pulumi stack output --json";
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file));
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw new InputException("--outputs", [$"got {ValueText.Quoted(file)} without a JSON object in it, {Want}"]);
        }
        catch (JsonException problem)
        {
            throw new InputException("--outputs", [$"got {ValueText.Quoted(file)}, {Want}; {problem.Message}"]);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                "--outputs",
                [$"got {ValueText.Quoted(file)}, want a file that can be read; {problem.Message}"]
            );
        }
    }
}
