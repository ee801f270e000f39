using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Settings;

/// <summary>Lists every setting in force in a stack and where it comes from.</summary>
internal static class SettingsListing
{
    private const string InStackFile = "stack file";

    /// <summary>The entries in the order in which the records declare them.</summary>
    public static IEnumerable<SettingEntry> Of(LoadedStack stack)
    {
        var production = stack.System.Defaults(StackEnvironment.Prod);
        foreach (var node in stack.System.Tree.Leaves)
        {
            var value = SettingJson.Of(node, node.ValueIn(stack.Settings));
            yield return new(
                node.Path,
                value,
                node.About.Unit,
                node.Allowed,
                node.About.Description,
                Source(stack, node, production),
                node.About.Secret
            );
        }
    }

    /// <summary>The secrets that the system knows, by full key, and whether the stack has them.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="project">The namespace of the keys.</param>
    public static IEnumerable<SettingEntry> SecretsOf(LoadedStack stack, string project) =>
        from secret in stack.System.Secrets
        let isSet = stack.Context.Secrets.Has(secret.Name)
        let path = $"{project}:{SecretsReader.Key}.{secret.Name}"
        select new SettingEntry(
            path,
            null,
            null,
            "an encrypted text",
            secret.Description,
            isSet ? InStackFile : "not set",
            Secret: isSet
        );

    private static string Source(LoadedStack stack, SettingNode node, object production)
    {
        if (IsWritten(stack.Overlay, node.Path))
            return InStackFile;
        var isOwn = !JsonNode.DeepEquals(
            SettingJson.Of(node, node.ValueIn(stack.Defaults)),
            SettingJson.Of(node, node.ValueIn(production))
        );
        return isOwn ? $"environment default ({Word.Of(stack.Context.Environment)})" : "default";
    }

    private static bool IsWritten(JsonElement? overlay, string path)
    {
        if (overlay is not { } json)
            return false;
        foreach (var key in path.Split('.'))
        {
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(key, out json))
                return false;
        }
        return true;
    }
}
