using System.Globalization;
using System.Text.Json;
using Engine.Providers;

namespace Engine.Previewing;

/// <summary>The environment variables with which Pulumi's language hosts start a program.</summary>
internal static class ProgramVariables
{
    public static Dictionary<string, string?> Of(PreviewOptions options, string address)
    {
        var config = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, entry) in options.Config)
            config[key] = entry.Text;
        string[] secrets =
        [
            .. options.Config.Where(entry => entry.Value.IsSecret).Select(entry => entry.Key).Order(StringComparer.Ordinal),
        ];
        return new(StringComparer.Ordinal)
        {
            ["PULUMI_MONITOR"] = address,
            ["PULUMI_ENGINE"] = address,
            ["PULUMI_ORGANIZATION"] = options.Organization,
            ["PULUMI_PROJECT"] = options.Project,
            ["PULUMI_STACK"] = options.Stack,
            ["PULUMI_ROOT_DIRECTORY"] = options.RootDirectory,
            ["PULUMI_PWD"] = options.WorkingDirectory ?? options.RootDirectory,
            ["PULUMI_DRY_RUN"] = "true",
            ["PULUMI_QUERY_MODE"] = "false",
            ["PULUMI_PARALLEL"] = options.Parallel.ToString(CultureInfo.InvariantCulture),
            ["PULUMI_CONFIG"] =
                config.Count == 0 ? null : JsonSerializer.Serialize(config, ConfigJson.Default.SortedDictionaryStringString),
            ["PULUMI_CONFIG_SECRET_KEYS"] = JsonSerializer.Serialize(secrets, ConfigJson.Default.StringArray),
            // Left over from an outer run they would lead the program astray.
            ["PULUMI_TRACING"] = null,
            ["PULUMI_ATTACH_DEBUGGER"] = null,
            ["TRACEPARENT"] = null,
        };
    }
}
