namespace Engine.Projects;

/// <summary>One effective configuration value. Its text form is what may be shown of it.</summary>
public sealed class ConfigEntry
{
    internal ConfigEntry(string key, string text, string display)
    {
        Key = key;
        Text = text;
        Display = display;
    }

    /// <summary>The full key, <c>namespace:name</c>.</summary>
    public string Key { get; }

    /// <summary>What the program is handed, secrets in plain: never to be shown where <see cref="IsSecret"/>.</summary>
    public string Text { get; }

    /// <summary>What may be shown: <c>[secret]</c> in place of each secret.</summary>
    public string Display { get; }

    /// <summary>Whether anything in it is secret.</summary>
    public bool IsSecret { get; internal init; }

    /// <summary>Whether a secret in it could not be opened, so that the program is handed a text that only looks like one.</summary>
    public bool IsPlaceholder { get; internal init; }

    /// <summary>Whether it is a list or map, handed over as JSON.</summary>
    public bool IsObject { get; internal init; }

    /// <summary>Where it is set, for example <c>Pulumi.dev.yaml:12</c> or <c>Pulumi.yaml:8 (default)</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The parts of the text that are secret. Default: all of it, and every text in it when it is JSON.</summary>
    public IReadOnlyList<string>? SecretTexts { get; init; }

    /// <summary>An entry that comes from elsewhere than a stack file; all of it is secret, or nothing.</summary>
    public static ConfigEntry Of(string key, string text, bool isSecret = false, string source = "command line") =>
        new(key, text, isSecret ? Values.SecretValue.Mask : text) { IsSecret = isSecret, Source = source };

    /// <inheritdoc/>
    public override string ToString() => $"{Key} = {Display}";
}
