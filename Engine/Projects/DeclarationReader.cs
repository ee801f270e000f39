using System.Collections.Immutable;
using Engine.Projects.Yaml;

namespace Engine.Projects;

/// <summary>Reads the <c>config</c> of a project file: short (<c>key: value</c>) and long form.</summary>
internal static class DeclarationReader
{
    public static ImmutableArray<ConfigDeclaration> Read(YamlMap declarations, string project, ProblemList problems)
    {
        var found = ImmutableArray.CreateBuilder<ConfigDeclaration>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in declarations.Entries)
            if (ConfigKey.Normalize(entry.Key, project) is not { } key)
                problems.Add($"config.{entry.Key} (line {entry.Line})", "a key of no known form", "name or namespace:name");
            else if (!lines.TryAdd(key, entry.Line))
                problems.Add(
                    $"config.{entry.Key} (line {entry.Line}): {key} is there twice, first in line {lines[key]}; keep one"
                );
            else
                found.Add(Declaration(entry, key, ConfigKey.Namespace(key) == project, problems));
        return found.ToImmutable();
    }

    private static ConfigDeclaration Declaration(YamlEntry entry, string key, bool ofProject, ProblemList problems)
    {
        var declaration = new ConfigDeclaration
        {
            Key = key,
            Line = entry.Line,
            OfProject = ofProject,
        };
        if (entry.Value is YamlMap map)
            return Long(declaration, map, $"config.{entry.Key}", problems);
        if (entry.Value is YamlScalar { Value.Kind: ScalarKind.Null or ScalarKind.Float })
            problems.Add(
                $"config.{entry.Key} (line {entry.Line})",
                ConfigTypes.Describe(ConfigNodes.From(entry.Value)),
                "a text, whole number, truth value or list, or a map that declares the key"
            );
        return declaration with { Value = ConfigNodes.From(entry.Value), IsFixed = !ofProject };
    }

    private static ConfigDeclaration Long(ConfigDeclaration declaration, YamlMap map, string path, ProblemList problems)
    {
        var fields = new YamlFields(map, path, problems);
        var type = Type(fields, problems);
        var (preset, value) = (fields.Entry("default"), fields.Entry("value"));
        declaration = declaration with
        {
            Type = type,
            Description = fields.Text("description"),
            Secret = fields.Flag("secret"),
            Value = (value ?? preset) is { } given ? ConfigNodes.From(given.Value) : null,
            IsFixed = value is not null,
        };
        fields.RefuseOthers();
        if (preset is not null && value is not null)
            problems.Add($"{path} (line {preset.Line})", "default and value", "one of them");
        if (declaration.OfProject)
        {
            if (preset is not null && type is not null)
                foreach (var (place, got, want) in ConfigTypes.Check($"{path}.default", type, declaration.Value!, asText: false))
                    problems.Add($"{place} (line {preset.Line})", got, want);
            return declaration;
        }
        if (value is null)
            problems.Add(
                $"{path} (line {declaration.Line})",
                "no value",
                "a value",
                "a key of another namespace cannot be left to the stack"
            );
        foreach (var entry in new[] { map["type"], preset })
            if (entry is not null)
                problems.Add(
                    $"{path}.{entry.Key} (line {entry.Line})",
                    entry.Key,
                    "value only",
                    "the key belongs to another namespace"
                );
        return declaration;
    }

    private static ConfigType? Type(YamlFields fields, ProblemList problems)
    {
        var items = fields.Map("items");
        if (fields.Text("type") is not { } word)
            return null;
        var place = $"{fields.Path("type")} (line {fields.Entry("type")!.Line})";
        if (ConfigType.Parse(word) is not { } kind)
        {
            problems.Add(
                place,
                word,
                "string, integer, boolean, array or object",
                word == "number" ? "there is no number, only integer" : null
            );
            return null;
        }
        if (kind == ConfigKind.Array && items is null)
            problems.Add(place, "array", "its items said too", "write items: {type: string}, for example");
        var inner = items is null ? null : Type(items, problems);
        items?.RefuseOthers();
        return new ConfigType(kind, inner);
    }
}
