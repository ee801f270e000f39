using System.Collections.Immutable;
using Engine.Projects.Yaml;

namespace Engine.Projects;

/// <summary>Reads the text of a stack file.</summary>
internal static class StackReader
{
    public static StackFile Read(string text, string path, string stack, string project)
    {
        var problems = new ProblemList(Path.GetFileName(path));
        var document = YamlReader.Read(text, problems);
        problems.ThrowIfAny();
        var file = new StackFile { Path = path, Stack = stack };
        if (document is YamlMap map)
            file = Stack(file, new YamlFields(map, "", problems), project, problems);
        else if (document is not (null or YamlScalar { Value.Kind: ScalarKind.Null }))
            problems.Add("the file", "no map", "a map with config and the like");
        problems.ThrowIfAny();
        return file;
    }

    private static StackFile Stack(StackFile file, YamlFields fields, string project, ProblemList problems)
    {
        var warnings = ImmutableArray.CreateBuilder<string>();
        var environment = fields.Entry("environment");
        if (environment is not null)
            warnings.Add($"environment (line {environment.Line}): Pulumi Cloud is not asked, its values are missing here");
        file = file with
        {
            SecretsProvider = fields.Text("secretsprovider"),
            EncryptedKey = fields.Text("encryptedkey"),
            EncryptionSalt = fields.Text("encryptionsalt"),
            Environment = environment?.Value,
            Config = fields.Entry("config") switch
            {
                null => ConfigMap.None,
                { Value: YamlMap config } => Config(config, project, problems, warnings),
                { } entry => Wrong(fields, entry),
            },
        };
        fields.RefuseOthers();
        return file with { Warnings = warnings.ToImmutable() };
    }

    private static ImmutableSortedDictionary<string, ConfigMember> Config(
        YamlMap config,
        string project,
        ProblemList problems,
        ImmutableArray<string>.Builder warnings
    )
    {
        var found = ConfigMap.None.ToBuilder();
        foreach (var entry in config.Entries)
        {
            if (ConfigKey.Normalize(entry.Key, project) is not { } key)
                problems.Add($"config.{entry.Key} (line {entry.Line})", "a key of no known form", "name or namespace:name");
            else if (found.TryGetValue(key, out var first))
                problems.Add(
                    $"config.{entry.Key} (line {entry.Line}): {key} is there twice, first in line {first.Line}; keep one"
                );
            else
                found[key] = new ConfigMember(Value(entry, key, warnings), entry.Line);
        }
        return found.ToImmutable();
    }

    /// <summary>A null alone is the empty text, which is seldom what was meant.</summary>
    private static ConfigNode Value(YamlEntry entry, string key, ImmutableArray<string>.Builder warnings)
    {
        var value = ConfigNodes.From(entry.Value);
        if (value is not ConfigScalar { Value.Kind: ScalarKind.Null })
            return value;
        warnings.Add($"{key} (line {entry.Line}): got no value, which is the empty text; write \"\" if that is meant");
        return ConfigScalar.Of("", entry.Line);
    }

    private static ImmutableSortedDictionary<string, ConfigMember> Wrong(YamlFields fields, YamlEntry entry)
    {
        fields.Wrong(entry, "a map of configuration keys");
        return ConfigMap.None;
    }
}
