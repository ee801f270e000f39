using System.Collections.Frozen;
using System.Text.Json;
using Engine.Projects;

namespace Conformance.Tests;

/// <summary>The stack every case runs as, and its configuration.</summary>
internal static class Settings
{
    public const string Project = "conformance";
    public const string Stack = "dev";

    /// <summary>The configuration by full key.</summary>
    public static readonly FrozenDictionary<string, ConfigEntry> Config = new[]
    {
        ConfigEntry.Of("aws:region", "eu-west-1"),
        ConfigEntry.Of("conformance:plain", "hello"),
        ConfigEntry.Of("conformance:password", "canary", isSecret: true),
        ConfigEntry.Of("conformance:count", "3"),
        ConfigEntry.Of("conformance:flag", "true"),
        ConfigEntry.Of("conformance:settings", """{"tier":"gold"}"""),
        ConfigEntry.Of("conformance:secretSettings", """{"inner":"canary"}""", isSecret: true),
        ConfigEntry.Of("other:region", "eu-west-1"),
    }.ToFrozenDictionary(entry => entry.Key);

    /// <summary>What a language host sets for a deployment.</summary>
    public static Dictionary<string, string?> Variables(string engine) =>
        new()
        {
            ["PULUMI_MONITOR"] = engine,
            ["PULUMI_ENGINE"] = engine,
            ["PULUMI_PROJECT"] = Project,
            ["PULUMI_STACK"] = Stack,
            ["PULUMI_DRY_RUN"] = "false",
            ["PULUMI_QUERY_MODE"] = "false",
            ["PULUMI_PARALLEL"] = "4",
            ["PULUMI_CONFIG"] = JsonSerializer.Serialize(Config.ToDictionary(entry => entry.Key, entry => entry.Value.Text)),
            ["PULUMI_CONFIG_SECRET_KEYS"] = JsonSerializer.Serialize(
                Config.Where(entry => entry.Value.IsSecret).Select(entry => entry.Key)
            ),
        };
}
