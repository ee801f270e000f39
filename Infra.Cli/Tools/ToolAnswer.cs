using System.Text.Json;

namespace Infra.Cli.Tools;

/// <summary>What a tool said.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Out">Its standard output.</param>
/// <param name="Error">Its standard error, trimmed.</param>
internal sealed record ToolAnswer(int ExitCode, string Out, string Error)
{
    private const int Glimpse = 120;

    /// <summary>Its output as a JSON object.</summary>
    /// <param name="who">The command line in a few words, for the message.</param>
    /// <exception cref="CommandException">It is no JSON object.</exception>
    public JsonElement Json(string who)
    {
        try
        {
            using var document = JsonDocument.Parse(Out);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // Told below, with what came instead.
        }
        var text = Out.Trim().ReplaceLineEndings(" ");
        var shown = text.Length == 0 ? "nothing" : text[..Math.Min(text.Length, Glimpse)];
        throw new CommandException(
            ExitCodes.ProgramFailed,
            $"{who}: got {shown}, want a JSON object; is it the tool one thinks it is?"
        );
    }
}
