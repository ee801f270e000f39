using System.Text.Json;

namespace Pulumi.Automation.Json;

/// <summary>Reads what the CLI answers as JSON.</summary>
internal static class JsonAnswer
{
    /// <summary>Reads an answer. What is wrong with it is said without quoting it, because it may hold secrets.</summary>
    /// <param name="command">The command that answered, for the message.</param>
    /// <param name="text">What it printed.</param>
    /// <param name="read">Makes a result of it.</param>
    /// <exception cref="JsonException">It is no JSON, or not that of this command.</exception>
    public static T Read<T>(string command, string text, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return read(document.RootElement);
        }
        catch (JsonException broken) when (broken.LineNumber is { } line)
        {
            var place = $"line {line + 1}, byte {broken.BytePositionInLine}";
            throw new JsonException(
                $"pulumi {command}: got {text.Length} characters that are no JSON from {place} on, want JSON; was the CLI stopped, or is it another pulumi?"
            );
        }
        catch (JsonException wrong)
        {
            throw new JsonException($"pulumi {command}: {wrong.Message}");
        }
    }

    /// <summary>The items of an answer that is a list. Default: none, for an answer that is empty.</summary>
    public static IEnumerable<T> List<T>(string command, string text, Func<JsonElement, T> read) =>
        string.IsNullOrWhiteSpace(text)
            ? []
            : Read(
                command,
                text,
                json =>
                    json.ValueKind == JsonValueKind.Array
                        ? json.EnumerateArray().Select(read).ToList()
                        : throw new JsonException("got no list, want one")
            );

    /// <summary>The entries of an answer that is an object. Default: none, for an answer that is empty.</summary>
    public static Dictionary<string, T> Map<T>(string command, string text, Func<JsonElement, T> read) =>
        string.IsNullOrWhiteSpace(text)
            ? []
            : Read(
                command,
                text,
                json =>
                    json.ValueKind == JsonValueKind.Object
                        ? json.EnumerateObject().ToDictionary(entry => entry.Name, entry => read(entry.Value))
                        : throw new JsonException("got no object, want one")
            );
}
