using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Settings;

/// <summary>Lists every setting in force in a stack and where it comes from.</summary>
internal static class SettingsListing
{
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

    private static string Source(LoadedStack stack, SettingNode node, object production)
    {
        if (IsWritten(stack.Overlay, node.Path))
            return "stack file";
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
