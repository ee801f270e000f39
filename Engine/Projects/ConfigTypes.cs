using System.Globalization;
using Engine.Projects.Yaml;
using Engine.Text;

namespace Engine.Projects;

/// <summary>Measures configuration values against declared types.</summary>
internal static class ConfigTypes
{
    private const int LongestShown = 60;

    /// <summary>
    /// Says what does not fit, one problem per place. Scalars of a stack file are compared as texts, so <c>8080</c> is a whole number and a text;
    /// a default of a project file keeps its kind, except that the text of a number or truth value passes for one.
    /// </summary>
    public static IEnumerable<(string Path, string Got, string Want)> Check(
        string path,
        ConfigType type,
        ConfigNode node,
        bool asText
    )
    {
        if (node is ConfigSecret)
            return [];
        if (!Fits(type.Kind, node, asText))
            return [(path, Describe(node), type.Words)];
        return node is ConfigList list && type.Items is { } items
            ? list.Items.SelectMany((item, index) => Check($"{path}[{index}]", items, item, asText: false))
            : [];
    }

    /// <summary>A value in a few words; nothing of a secret.</summary>
    public static string Describe(ConfigNode node) =>
        node switch
        {
            ConfigScalar { Value: { Kind: ScalarKind.Text, Text: var text } } => text.Length > LongestShown
                ? $"\"{text[..LongestShown]}…\""
                : $"\"{text}\"",
            ConfigScalar scalar => scalar.Value.Text,
            ConfigSecret => "[secret]",
            ConfigList list => $"a list of {list.Items.Length}",
            _ => "a map",
        };

    /// <summary>Whether a decrypted text is of a type.</summary>
    public static bool Fits(ConfigKind kind, string text) => Fits(kind, ConfigScalar.Of(text), asText: true);

    private static bool Fits(ConfigKind kind, ConfigNode node, bool asText) =>
        (kind, node) switch
        {
            (ConfigKind.Array, ConfigList) or (ConfigKind.Object, ConfigMap) => true,
            (ConfigKind.String, ConfigScalar scalar) => asText || scalar.Value.Kind == ScalarKind.Text,
            (ConfigKind.Boolean, ConfigScalar scalar) => scalar.Value
                is { Kind: ScalarKind.Boolean or ScalarKind.Text, Text: "true" or "false" },
            (ConfigKind.Integer, ConfigScalar { Value: { Kind: not (ScalarKind.Boolean or ScalarKind.Null), Text: var text } }) =>
                Whole(text),
            _ => false,
        };

    private static bool Whole(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
        || (
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && PulumiNumbers.IsWhole(number)
        );
}
