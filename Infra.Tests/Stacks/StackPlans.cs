using System.Text.Json.Nodes;
using Engine.Planning;
using Engine.Previewing;
using Engine.Programs;
using Engine.Projects;
using Infra.Systems;

namespace Infra.Tests.Stacks;

/// <summary>Previews the repository's own stacks with the offline engine, through the protocol.</summary>
internal static class StackPlans
{
    private const string SettingsKey = "idp-infra:settings";
    private const string SecretsKey = "idp-infra:secrets";

    public static ProjectFile Project { get; } = ProjectFile.Load(Repository.PathOf("Pulumi.yaml"));

    /// <summary>The plan of a stack.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="changes">Settings to change in its file; nothing removes a key.</param>
    /// <param name="secrets">What people brought, opened. Default: what its file has.</param>
    public static async Task<Plan> OfAsync(string stack, JsonObject? changes = null, JsonObject? secrets = null)
    {
        var configuration = StackConfiguration.Load(Project, StackFile.Load(Project, stack));
        var config = configuration.Entries.ToDictionary(entry => entry.Key, entry => entry.Value);
        if (changes is not null)
            config[SettingsKey] = ConfigEntry.Of(SettingsKey, Changed(config[SettingsKey].Text, changes));
        if (secrets is not null)
            config[SecretsKey] = ConfigEntry.Of(SecretsKey, secrets.ToJsonString(), true);
        var result = await Preview.RunAsync(
            new PreviewOptions
            {
                Project = Project.Name,
                Stack = stack,
                RootDirectory = Repository.PathOf(""),
                Config = config,
                Program = InProcessProgram.FromAssembly(typeof(IdpServer).Assembly.Location),
                Assume = AssumedOutputs.Of,
            }
        );
        Assert.That(result.Problems, Is.Empty);
        Assert.That(result.Failed, Is.False);
        return result.Plan;
    }

    private static string Changed(string settings, JsonObject changes)
    {
        var changed = (JsonObject)JsonNode.Parse(settings)!;
        Merge(changed, changes);
        return changed.ToJsonString();
    }

    private static void Merge(JsonObject into, JsonObject changes)
    {
        foreach (var (key, value) in changes)
            if (value is null)
                into.Remove(key);
            else if (value is JsonObject inner && into[key] is JsonObject group)
                Merge(group, inner);
            else
                into[key] = value.DeepClone();
    }
}
