using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Engine;
using Engine.Text;

namespace Review.Guardrails.Waivers;

/// <summary>Reads the waivers of a stack file: a list of maps under the key <c>waivers</c> of the project.</summary>
public static class WaiverReader
{
    /// <summary>The key in a stack file, without its namespace.</summary>
    public const string Key = "waivers";

    /// <summary>The shortest reason, in characters: a word is none.</summary>
    public const int ShortestReason = 10;

    /// <summary>How far ahead a waiver may expire, in days: whoever wants it longer looks at it again within a year.</summary>
    public const int LongestDays = 366;

    private static readonly string[] Keys = ["rule", "resource", "reason", "owner", "expires"];

    /// <summary>The waivers, in the order of the file.</summary>
    /// <param name="json">The value as JSON. Default: there are none.</param>
    /// <param name="file">The file that holds them, for messages.</param>
    /// <param name="today">The day from which expiry is counted.</param>
    /// <param name="rules">The ids there are. Default: those of the catalogue.</param>
    /// <exception cref="InputException">Something cannot be used; with every problem.</exception>
    public static ImmutableArray<Waiver> Read(
        string? json,
        string file,
        DateOnly today,
        IReadOnlyCollection<string>? rules = null
    )
    {
        if (string.IsNullOrEmpty(json))
            return [];
        var known = rules ?? [.. GuardrailCatalog.All.Select(rule => rule.Id)];
        var problems = new List<string>();
        var waivers = new List<Waiver>();
        var index = 0;
        foreach (var item in Items(json, problems))
        {
            var path = $"{Key}[{index++}]";
            foreach (var waiver in Each(item, path, today, known, problems))
                if (waivers.Exists(other => other.Rule == waiver.Rule && other.Resource == waiver.Resource))
                    problems.Add($"{path}: got {waiver} a second time; say it once");
                else
                    waivers.Add(waiver);
        }
        return problems.Count == 0 ? [.. waivers] : throw new InputException(file, [.. problems]);
    }

    private static List<JsonElement> Items(string json, List<string> problems)
    {
        try
        {
            var list = JsonSerializer.Deserialize<JsonElement>(json);
            if (list.ValueKind == JsonValueKind.Array)
                return [.. list.EnumerateArray()];
        }
        catch (JsonException)
        {
            // The same as JSON of another kind.
        }
        problems.Add(
            $"{Key}: got something else, want a list of maps with {string.Join(", ", Keys)}; write \"- rule: …\" below it"
        );
        return [];
    }

    private static IEnumerable<Waiver> Each(
        JsonElement item,
        string path,
        DateOnly today,
        IReadOnlyCollection<string> known,
        List<string> problems
    )
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            problems.Add($"{path}: got something else, want a map with {string.Join(", ", Keys)}");
            return [];
        }
        var before = problems.Count;
        foreach (var member in item.EnumerateObject())
            if (!Keys.Contains(member.Name))
                problems.Add($"{path}.{member.Name}: unknown key; {Suggestion.For(member.Name, Keys)}");
        var rules = Rules();
        var resource = Text("resource");
        var reason = Text("reason");
        if (reason is { Length: < ShortestReason })
            problems.Add($"{path}.reason: got \"{reason}\", want {ShortestReason} characters or more; say why it is all right");
        var owner = Text("owner");
        var expires = Text("expires") is { } day ? Day(day) : null;
        return problems.Count == before && expires is { } last
            ? rules.Select(rule => new Waiver(rule, resource!, reason!, owner!, last))
            : [];

        // One reason often holds for several rules.
        List<string> Rules()
        {
            if (
                !item.TryGetProperty("rule", out var value)
                || value.ValueKind != JsonValueKind.Array
                || value.GetArrayLength() == 0
            )
                return Text("rule") is { } only ? Known("rule", only) : [];
            var found = new List<string>();
            var at = 0;
            foreach (var one in value.EnumerateArray())
                found.AddRange(
                    Known($"rule[{at++}]", one.ValueKind == JsonValueKind.String ? one.GetString()! : one.GetRawText())
                );
            return found;
        }

        List<string> Known(string key, string rule)
        {
            if (known.Contains(rule))
                return [rule];
            problems.Add(
                $"{path}.{key}: got {rule}, want the id of a rule; {Suggestion.For(rule, known)} infra check --list shows all"
            );
            return [];
        }

        string? Text(string key)
        {
            var text =
                item.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String
                    ? value.GetString()!.Trim()
                    : "";
            if (text.Length > 0)
                return text;
            problems.Add($"{path}.{key}: got nothing, want {Wanted(key)}");
            return null;
        }

        DateOnly? Day(string text)
        {
            var latest = today.AddDays(LongestDays);
            // A date without quotes is a point in time to YAML; its first ten characters are the day.
            if (
                !DateOnly.TryParseExact(
                    text.AsSpan(0, Math.Min(10, text.Length)),
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var parsed
                )
            )
                problems.Add($"{path}.expires: got {text}, want a day as {latest:yyyy-MM-dd}");
            else if (parsed > latest)
                problems.Add(
                    $"{path}.expires: got {parsed:yyyy-MM-dd}, want {latest:yyyy-MM-dd} or earlier; look at it again within a year"
                );
            else
                return parsed;
            return null;
        }
    }

    private static string Wanted(string key) =>
        key switch
        {
            "rule" => "the id of a rule, for example RDS.5, or a list of them",
            "resource" => "the name of a resource, * for any text",
            "reason" => "why it is all right",
            "owner" => "who answers for it",
            _ => "the last day on which it counts, as yyyy-MM-dd",
        };
}
