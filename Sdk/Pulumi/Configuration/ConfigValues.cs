using System.Text.Json;

namespace Pulumi;

/// <summary>The configuration the engine hands over: in the environment, read when it is first asked for, or with the call that runs a program.</summary>
internal sealed class ConfigValues
{
    private const string Variable = "PULUMI_CONFIG";

    private const string SecretsVariable = "PULUMI_CONFIG_SECRET_KEYS";

    private readonly Lazy<Dictionary<string, string>> _values;
    private readonly Lazy<HashSet<string>> _secrets;

    /// <summary>The configuration in the environment.</summary>
    public ConfigValues() => (_values, _secrets) = (new(Read), new(ReadSecrets));

    /// <summary>A configuration that was handed over.</summary>
    /// <param name="values">Texts by full key.</param>
    /// <param name="secretKeys">The keys whose values are secret.</param>
    public ConfigValues(IEnumerable<KeyValuePair<string, string>> values, IEnumerable<string> secretKeys)
    {
        _values = new(() =>
        {
            var clean = new Dictionary<string, string>();
            foreach (var (key, value) in values)
                clean[Clean(key)] = value;
            return clean;
        });
        _secrets = new(() => [.. secretKeys.Select(Clean)]);
    }

    public string? Get(string key) => _values.Value.GetValueOrDefault(key);

    /// <summary>Whether a value is secret, so that it may not stand in any message.</summary>
    public bool IsSecret(string key) => _secrets.Value.Contains(key);

    private static Dictionary<string, string> Read()
    {
        var values = new Dictionary<string, string>();
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } json)
            return values;
        using var document = JsonDocument.Parse(json);
        foreach (var entry in document.RootElement.EnumerateObject())
            values[Clean(entry.Name)] = entry.Value.ToString();
        return values;
    }

    private static HashSet<string> ReadSecrets()
    {
        if (Environment.GetEnvironmentVariable(SecretsVariable) is not { Length: > 0 } json)
            return [];
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(key => Clean(key.ToString()))];
    }

    /// <summary><c>namespace:config:name</c>, the form of old engines, is <c>namespace:name</c>.</summary>
    private static string Clean(string key)
    {
        var end = key.IndexOf(':', StringComparison.Ordinal);
        const string Old = ":config:";
        return end > 0 && string.CompareOrdinal(key, end, Old, 0, Old.Length) == 0
            ? $"{key[..end]}:{key[(end + Old.Length)..]}"
            : key;
    }
}
