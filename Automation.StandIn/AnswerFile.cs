using System.Text.Json;

namespace Automation.StandIn;

/// <summary>The answers to one kind of call: one for all, or under <c>sequence</c> one a call, the last of which repeats.</summary>
/// <param name="Name">Name of the file, without its ending.</param>
/// <param name="Json">What is in it.</param>
internal sealed record AnswerFile(string Name, JsonElement Json)
{
    /// <summary>The first that there is.</summary>
    public static AnswerFile? First(string folder, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            var path = Path.Combine(folder, $"{name}.json");
            if (!File.Exists(path))
                continue;
            using var document = JsonDocument.Parse(File.ReadAllText(path));
            return new(name, document.RootElement.Clone());
        }
        return null;
    }

    /// <param name="earlier">How many calls were answered from this file before.</param>
    public Answer Answer(int earlier)
    {
        if (!Json.TryGetProperty("sequence", out var sequence))
            return new(Json);
        return new(sequence[Math.Min(earlier, sequence.GetArrayLength() - 1)]);
    }
}
