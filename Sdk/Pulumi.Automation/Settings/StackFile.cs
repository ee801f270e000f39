using System.Text.Json;
using YamlDotNet.RepresentationModel;

namespace Pulumi.Automation;

/// <summary>Reads and writes <see cref="StackSettings"/>.</summary>
internal static class StackFile
{
    private const string Secure = "secure";

    /// <summary>Where the file of a stack is: what comes before the last <c>/</c> of its name is not in the file's.</summary>
    public static string Find(string folder, string stackName) =>
        SettingsDocument.Find(folder, $"Pulumi.{stackName[(stackName.LastIndexOf('/') + 1)..]}");

    /// <summary>Reads the file of a stack; nothing if there is none.</summary>
    public static async Task<StackSettings?> ReadAsync(string folder, string stackName, CancellationToken cancellationToken)
    {
        var file = await SettingsDocument.ReadAsync(Find(folder, stackName), cancellationToken).ConfigureAwait(false);
        return file is null
            ? null
            : new()
            {
                SecretsProvider = file.Root.Text("secretsprovider"),
                EncryptedKey = file.Root.Text("encryptedkey"),
                EncryptionSalt = file.Root.Text("encryptionsalt"),
                Config = file.Root.Child("config") is YamlMappingNode config
                    ? config.Children.ToDictionary(entry => ((YamlScalarNode)entry.Key).Value!, entry => Value(entry.Value))
                    : null,
            };
    }

    public static async Task SaveAsync(
        string folder,
        string stackName,
        StackSettings settings,
        CancellationToken cancellationToken
    )
    {
        var path = Find(folder, stackName);
        var file =
            await SettingsDocument.ReadAsync(path, cancellationToken).ConfigureAwait(false) ?? SettingsDocument.Empty(path);
        file.Root.Set("secretsprovider", settings.SecretsProvider);
        file.Root.Set("encryptedkey", settings.EncryptedKey);
        file.Root.Set("encryptionsalt", settings.EncryptionSalt);
        file.Root.Change("config", config => Write(settings.Config, config));
        await file.SaveAsync(cancellationToken).ConfigureAwait(false);
    }

    private static StackSettingsConfigValue Value(YamlNode node) =>
        node switch
        {
            YamlScalarNode scalar => new(scalar.Value ?? "", isSecure: false),
            YamlMappingNode { Children.Count: 1 } map when map.Child(Secure) is YamlScalarNode secret => new(
                secret.Value ?? "",
                isSecure: true
            ),
            _ => new(node.ToJson()?.ToJsonString() ?? "", isSecure: false),
        };

    private static void Write(IDictionary<string, StackSettingsConfigValue>? values, YamlMappingNode config)
    {
        foreach (var key in config.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value!).ToList())
            if (values?.ContainsKey(key) != true)
                config.Children.Remove(new YamlScalarNode(key));
        foreach (var (key, value) in values ?? new Dictionary<string, StackSettingsConfigValue>())
            if (config.Child(key) is not { } there || !IsSame(Value(there), value))
                config.Put(key, Node(value));
    }

    private static bool IsSame(StackSettingsConfigValue one, StackSettingsConfigValue other) =>
        (one.Value, one.IsSecure) == (other.Value, other.IsSecure);

    private static YamlNode Node(StackSettingsConfigValue value) =>
        value.IsSecure ? new YamlMappingNode { { Secure, YamlNodes.Scalar(value.Value) } }
        : IsObject(value.Value, out var node) ? node
        : YamlNodes.Scalar(value.Value);

    // A text that is JSON of an object or a list stands for that: it is how such values are read.
    private static bool IsObject(string text, out YamlNode node)
    {
        node = new YamlScalarNode();
        if (text.AsSpan().TrimStart() is not ['{' or '[', ..])
            return false;
        try
        {
            using var document = JsonDocument.Parse(text);
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            node = stream.Documents[0].RootNode;
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
