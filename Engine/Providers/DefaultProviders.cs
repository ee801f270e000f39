using System.Text.Json;
using Engine.Projects;
using Engine.Values;

namespace Engine.Providers;

/// <summary>Which default providers there may be, how they are called and what they are configured with.</summary>
internal sealed class DefaultProviders
{
    private const string DisableKey = "pulumi:disable-default-providers";

    private readonly IReadOnlyDictionary<string, ConfigEntry> _config;
    private readonly HashSet<string> _disabled;

    public DefaultProviders(IReadOnlyDictionary<string, ConfigEntry> config)
    {
        _config = config;
        _disabled = [.. Disabled(config.GetValueOrDefault(DisableKey)?.Text)];
    }

    /// <summary>Whether the stack's configuration forbids the default provider of a package.</summary>
    public bool IsDisabled(string package) => _disabled.Contains(package) || _disabled.Contains("*");

    /// <summary>Its logical name, for example <c>default_7_48_0</c>.</summary>
    public static string Name(string version, string downloadUrl)
    {
        var name = version.Length == 0 ? "default" : $"default_{Letters(version.TrimStart('v'))}";
        return downloadUrl.Length == 0 ? name : $"{name}_{Letters(downloadUrl)}";
    }

    /// <summary>What the stack's configuration says for a package, and the version.</summary>
    public ObjectValue Inputs(string package, string version)
    {
        var inputs = ObjectValue.Empty.Properties.ToBuilder();
        foreach (var (key, entry) in _config)
            if (key.Length > package.Length && key[package.Length] == ':' && key.StartsWith(package, StringComparison.Ordinal))
                inputs[key[(package.Length + 1)..]] = entry.IsSecret
                    ? new SecretValue(new StringValue(entry.Text))
                    : new StringValue(entry.Text);
        if (version.Length > 0)
            inputs["version"] = new StringValue(version.TrimStart('v'));
        return new ObjectValue(inputs.ToImmutable());
    }

    private static string Letters(string text) =>
        string.Concat(text.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));

    private static string[] Disabled(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];
        try
        {
            using var document = JsonDocument.Parse(text);
            return [.. document.RootElement.EnumerateArray().Select(item => item.GetString() ?? "")];
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            throw new InputException(
                DisableKey,
                [$"{DisableKey}: got '{text}', want a JSON list of packages such as [\"aws\"], or [\"*\"]"]
            );
        }
    }
}
