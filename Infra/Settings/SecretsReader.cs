using System.Collections.Immutable;
using System.Text.Json;
using Infra.Validation;

namespace Infra.Settings;

/// <summary>Reads the secrets of a stack file. No problem shows anything of a value, not even of one that should have been encrypted.</summary>
internal static class SecretsReader
{
    /// <summary>The key in a stack file, without its namespace.</summary>
    public const string Key = "secrets";

    /// <summary>What the file has of what a system knows.</summary>
    /// <param name="config">What the stack file says.</param>
    /// <param name="known">The secrets that the system declares.</param>
    /// <param name="problems">Gets every problem.</param>
    public static StackSecrets Read(StackConfig config, IReadOnlyCollection<KnownSecret> known, ICollection<Problem> problems)
    {
        var key = $"{config.Project}:{Key}";
        if (config.Get(key) is not { } text)
            return new(known, ImmutableDictionary<string, string>.Empty);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        // Pulumi tells which keys are secret where it tells the keys at all.
        var isPlain = config.Keys.Contains(key) && !config.SecretKeys.Contains(key);
        foreach (var (name, json) in Members(text, problems))
        {
            if (Judge(name, json, isPlain, known) is { } problem)
                problems.Add(problem);
            else
                values[name] = json.GetString()!;
        }
        return new(known, values);
    }

    /// <summary>How a secret is set.</summary>
    public static string Command(string name) => $"pulumi config set --secret --path '{Key}.{name}'";

    private static IEnumerable<(string Name, JsonElement Value)> Members(string text, ICollection<Problem> problems)
    {
        try
        {
            var json = JsonSerializer.Deserialize<JsonElement>(text);
            if (json.ValueKind == JsonValueKind.Object)
                return [.. json.EnumerateObject().Select(member => (member.Name, member.Value))];
        }
        catch (JsonException)
        {
            // The same as JSON of another kind: it must not be shown.
        }
        problems.Add(new(Key, "something else", "a map of encrypted texts by name", $"for each: {Command("<name>")}"));
        return [];
    }

    private static Problem? Judge(string name, JsonElement json, bool isPlain, IReadOnlyCollection<KnownSecret> known)
    {
        var path = $"{Key}.{name}";
        if (known.Count == 0)
            return new(path, "unknown key; this system takes no secrets, it makes its own; remove it");
        if (known.All(secret => secret.Name != name))
            return Problem.UnknownKey(path, name, [.. known.Select(secret => secret.Name)]);
        if (isPlain)
            return new(path, "a value in plain text", "an encrypted one", $"take a new value and: {Command(name)}");
        if (json.ValueKind != JsonValueKind.String)
            return new(path, "a value that is no text", "a text", Command(name));
        var text = json.GetString()!;
        if (text.Length == 0)
            return new(path, text, "a text", $"remove the key, or: {Command(name)}");
        return text.AsSpan().Trim().Length < text.Length
            ? new(path, "a text with spaces or line breaks around it", "the bare text", Command(name))
            : null;
    }
}
