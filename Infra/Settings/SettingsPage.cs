using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Settings;

/// <summary>Writes the page <c>docs/settings.md</c> from the same words that the errors use.</summary>
internal static class SettingsPage
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The section of one system: a table for the settings of the root and one for each group.</summary>
    /// <param name="title">The name of the system.</param>
    /// <param name="root">The tree of its settings.</param>
    /// <param name="defaults">The defaults of an environment.</param>
    public static string Of(string title, SettingNode root, Func<StackEnvironment, object> defaults)
    {
        var page = new StringBuilder();
        page.Append("## System `").Append(title).Append("`\n");
        Write(page, root, defaults);
        return page.ToString();
    }

    private static void Write(StringBuilder page, SettingNode group, Func<StackEnvironment, object> defaults)
    {
        var settings = group.Children.Where(child => child.Kind != SettingKind.Group).ToList();
        if (settings.Count > 0)
        {
            if (group.Path.Length > 0)
                page.Append("\n### `").Append(group.Path).Append("`\n\n").Append(group.About.Description).Append('\n');
            page.Append("\n| setting | what it decides | allowed | dev | staging | prod |\n|---|---|---|---|---|---|\n");
            foreach (var setting in settings)
                page.Append(Row(setting, defaults)).Append('\n');
        }
        foreach (var child in group.Children.Where(child => child.Kind == SettingKind.Group))
            Write(page, child, defaults);
    }

    private static string Row(SettingNode setting, Func<StackEnvironment, object> defaults)
    {
        var unit = setting.About.Unit is { } word ? $" ({word})" : "";
        string Default(StackEnvironment environment) => Show(SettingJson.Of(setting, setting.ValueIn(defaults(environment))));
        return $"| `{setting.Key}` | {setting.About.Description} | {setting.Allowed}{unit} "
            + $"| {Default(StackEnvironment.Dev)} | {Default(StackEnvironment.Staging)} | {Default(StackEnvironment.Prod)} |";
    }

    private static string Show(JsonNode? value) =>
        value switch
        {
            null or JsonArray { Count: 0 } or JsonObject { Count: 0 } => "none",
            JsonArray items => string.Join(", ", items.Select(item => $"`{item}`")),
            JsonValue text => $"`{text}`",
            _ => $"`{value.ToJsonString(Readable)}`",
        };
}
