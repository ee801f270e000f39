using System.Collections.Immutable;
using System.Globalization;
using Engine.Projects;
using Engine.Text;

namespace Engine.Previewing;

/// <summary>The environment variables with which Pulumi's language hosts start a program.</summary>
internal static class ProgramVariables
{
    public static Dictionary<string, string?> Of(PreviewOptions options, string address)
    {
        var config = options.Config.ToImmutableSortedDictionary(StringComparer.Ordinal);
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
            ["PULUMI_CONFIG"] = config.IsEmpty ? null : PulumiJsonWriter.Compact(json => WriteConfig(json, config)),
            ["PULUMI_CONFIG_SECRET_KEYS"] = PulumiJsonWriter.Compact(json => WriteSecretKeys(json, config)),
            // Left over from an outer run they would lead the program astray.
            ["PULUMI_TRACING"] = null,
            ["PULUMI_ATTACH_DEBUGGER"] = null,
            ["TRACEPARENT"] = null,
        };
    }

    private static void WriteConfig(PulumiJsonWriter json, ImmutableSortedDictionary<string, ConfigEntry> config)
    {
        json.StartObject();
        foreach (var (key, entry) in config)
        {
            json.Name(key);
            json.String(entry.Text);
        }
        json.EndObject();
    }

    private static void WriteSecretKeys(PulumiJsonWriter json, ImmutableSortedDictionary<string, ConfigEntry> config)
    {
        json.StartArray();
        foreach (var (key, entry) in config)
            if (entry.IsSecret)
                json.String(key);
        json.EndArray();
    }
}
