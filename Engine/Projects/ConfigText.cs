using Engine.Projects.Yaml;
using Engine.Text;
using Engine.Values;

namespace Engine.Projects;

/// <summary>The text a program is handed for a configuration value, and the one that may be shown.</summary>
internal static class ConfigText
{
    /// <summary>
    /// A scalar alone is its text; a list or map is JSON on one line, keys in order. Secrets inside are replaced by what
    /// <paramref name="reveal"/> answers.
    /// </summary>
    public static string Of(ConfigNode node, Func<ConfigSecret, string> reveal) =>
        node switch
        {
            ConfigScalar { Value.Kind: ScalarKind.Null } => "",
            ConfigScalar scalar => scalar.Value.Text,
            ConfigSecret secret => reveal(secret),
            _ => PulumiJsonWriter.Compact(writer => Write(writer, node, reveal)),
        };

    /// <summary>The same with <c>[secret]</c> for every secret.</summary>
    public static string Masked(ConfigNode node) => Of(node, static _ => SecretValue.Mask);

    private static void Write(PulumiJsonWriter writer, ConfigNode node, Func<ConfigSecret, string> reveal)
    {
        switch (node)
        {
            case ConfigScalar { Value.Kind: ScalarKind.Text } scalar:
                writer.String(scalar.Value.Text);
                break;
            case ConfigScalar scalar:
                writer.Raw(scalar.Value.Text);
                break;
            case ConfigSecret secret:
                writer.String(reveal(secret));
                break;
            case ConfigList list:
                writer.StartArray();
                foreach (var item in list.Items)
                    Write(writer, item, reveal);
                writer.EndArray();
                break;
            case ConfigMap map:
                writer.StartObject();
                foreach (var (key, member) in map.Members)
                {
                    writer.Name(key);
                    Write(writer, member.Value, reveal);
                }
                writer.EndObject();
                break;
        }
    }
}
