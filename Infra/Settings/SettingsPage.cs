using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Validation;

namespace Infra.Settings;

/// <summary>Writes the page <c>docs/settings.md</c> from the same words that the errors use.</summary>
internal static class SettingsPage
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly StackEnvironment[] Environments =
    [
        StackEnvironment.Dev,
        StackEnvironment.Staging,
        StackEnvironment.Prod,
    ];

    /// <summary>The section of one system: a table for the settings of the root and one for each group.</summary>
    /// <param name="title">The name of the system.</param>
    /// <param name="root">The tree of its settings.</param>
    /// <param name="defaults">The defaults of an environment.</param>
    /// <param name="secrets">The secrets that people bring. Default: none.</param>
    public static string Of(
        string title,
        SettingNode root,
        Func<StackEnvironment, object> defaults,
        params ImmutableArray<KnownSecret> secrets
    )
    {
        var page = new StringBuilder();
        page.Append("## System `").Append(title).Append("`\n");
        Write(page, root.Path, root.About.Description, [new("", root)], defaults);
        if (!secrets.IsDefaultOrEmpty)
            Write(page, secrets);
        return page.ToString();
    }

    // They have a key of their own beside the settings.
    private static void Write(StringBuilder page, ImmutableArray<KnownSecret> secrets)
    {
        page.Append("\n### Secrets\n\nUnder `idp-infra:secrets`, each set by `")
            .Append(SecretsReader.Command("<name>"))
            .Append("`.\n\n| secret | what it is for |\n|---|---|\n");
        foreach (var secret in secrets)
            page.Append("| `").Append(secret.Name).Append("` | ").Append(secret.Description).Append(" |\n");
    }

    // A table is written as one group, whose peers are its entries: they have the same settings, only the defaults may differ.
    private static void Write(
        StringBuilder page,
        string path,
        string about,
        ImmutableArray<Peer> peers,
        Func<StackEnvironment, object> defaults
    )
    {
        var members = peers[0]
            .Node.Children.Select((_, at) => peers.Select(peer => peer with { Node = peer.Node.Children[at] }).ToImmutableArray())
            .ToLookup(member => member[0].Node.IsBranch);
        if (members[false].Any())
        {
            if (path.Length > 0)
                page.Append("\n### `").Append(path).Append("`\n\n").Append(about).Append('\n');
            page.Append("\n| setting | what it decides | allowed | dev | staging | prod |\n|---|---|---|---|---|---|\n");
        }
        foreach (var setting in members[false])
            page.Append(Row(setting, defaults)).Append('\n');
        foreach (var branch in members[true])
        {
            var node = branch[0].Node;
            var name = path.Length == 0 ? node.Key : $"{path}.{node.Key}";
            if (node.Kind == SettingKind.Table)
                Write(
                    page,
                    $"{name}.<name>",
                    About(node),
                    [.. node.Children.Select(entry => new Peer(entry.Key, entry))],
                    defaults
                );
            else
                Write(page, name, node.About.Description, branch, defaults);
        }
    }

    private static string About(SettingNode table) =>
        $"{table.About.Description} `<name>` is {Spelling.OneOf([.. table.Children.Select(entry => $"`{entry.Key}`")])}.";

    private static string Row(ImmutableArray<Peer> peers, Func<StackEnvironment, object> defaults)
    {
        var setting = peers[0].Node;
        var unit = setting.About.Unit is { } word ? $" ({word})" : "";
        return $"| `{setting.Key}` | {setting.About.Description} | {setting.Allowed}{unit} | "
            + string.Join(" | ", Environments.Select(environment => Default(peers, defaults(environment))))
            + " |";
    }

    // What all entries of a table have in common is said once.
    private static string Default(ImmutableArray<Peer> peers, object defaults)
    {
        var values = peers.ToLookup(peer => Show(SettingJson.Of(peer.Node, peer.Node.ValueIn(defaults))), peer => peer.Name);
        return values.Count == 1
            ? values.First().Key
            : string.Join(", ", values.Select(value => $"{value.Key} ({string.Join(", ", value)})"));
    }

    private static string Show(JsonNode? value) =>
        value switch
        {
            null or JsonArray { Count: 0 } or JsonObject { Count: 0 } => "none",
            JsonArray items => string.Join(", ", items.Select(item => $"`{item}`")),
            JsonValue text => $"`{text}`",
            _ => $"`{value.ToJsonString(Readable)}`",
        };

    private sealed record Peer(string Name, SettingNode Node);
}
