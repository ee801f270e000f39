using System.Collections;
using System.Text;
using System.Text.Json;

namespace Automation.StandIn;

/// <summary>The calls so far, a line of JSON each, in <c>calls.jsonl</c>.</summary>
/// <param name="folder">Where the file is.</param>
internal sealed class CallLog(string folder)
{
    private const string Hidden = "[secret]";

    // The names of these are written down, their values are not.
    private static readonly string[] Confidential = ["PASSPHRASE", "TOKEN", "CONFIG_KEY"];

    /// <summary>Writes a call down.</summary>
    /// <returns>How many calls before it got their answer from the same file.</returns>
    public int Add(IReadOnlyList<string> arguments, string input, string? answer)
    {
        using var file = Open(Path.Combine(folder, "calls.jsonl"));
        using var reader = new StreamReader(file, leaveOpen: true);
        var earlier = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Count(line => Answer(line) == answer);
        file.Write(Encoding.UTF8.GetBytes(Line(arguments, input, answer) + "\n"));
        return earlier;
    }

    // Calls at the same time wait for each other: the file is not shared.
    private static FileStream Open(string path)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < 500)
            {
                Thread.Sleep(10);
            }
        }
    }

    private static string? Answer(string line)
    {
        using var call = JsonDocument.Parse(line);
        return call.RootElement.GetProperty("answer").GetString();
    }

    private static string Line(IReadOnlyList<string> arguments, string input, string? answer)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteStartArray("arguments");
            foreach (var argument in arguments)
                json.WriteStringValue(argument);
            json.WriteEndArray();
            json.WriteString("directory", Environment.CurrentDirectory);
            json.WriteStartObject("environment");
            foreach (var (name, value) in Variables())
                json.WriteString(name, value);
            json.WriteEndObject();
            if (input.Length > 0)
                json.WriteString("input", input);
            json.WriteString("answer", answer);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static IEnumerable<(string Name, string Value)> Variables() =>
        Environment
            .GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .Select(variable => (Name: (string)variable.Key, Value: (string?)variable.Value ?? ""))
            .Where(variable => variable.Name.StartsWith("PULUMI", StringComparison.OrdinalIgnoreCase))
            .OrderBy(variable => variable.Name, StringComparer.Ordinal)
            .Select(variable =>
                Confidential.Any(part => variable.Name.Contains(part, StringComparison.Ordinal))
                    ? variable with
                    {
                        Value = Hidden,
                    }
                    : variable
            );
}
