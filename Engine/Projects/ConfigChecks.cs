using Engine.Model;
using Engine.Schemas;
using Engine.Text;

namespace Engine.Projects;

/// <summary>Measures a stack's configuration against what its project and the packages know.</summary>
internal sealed class ConfigChecks(ProjectFile project, StackFile stack, SchemaLibrary schemas, ProblemList problems)
{
    // "pulumi" is the engine's own, "infra" that of this repository's command: facts to assume, checked by who reads them.
    private static readonly string[] AlwaysKnown = ["pulumi", "infra"];
    private static readonly string[] ProviderOwn = ["version", "pluginDownloadURL"];

    public void Run()
    {
        foreach (var (key, member) in stack.Config)
            Known(key, member.Line);
        foreach (var declaration in project.Config.Where(declaration => declaration.OfProject))
            Declared(declaration);
    }

    private void Known(string key, int line)
    {
        var owner = ConfigKey.Namespace(key);
        if (owner == project.Name)
        {
            if (project.DeclaresConfig)
                OneOf(key, line, [.. project.Config.Where(it => it.OfProject).Select(it => ConfigKey.Path(it.Key).Top)]);
        }
        else if (schemas.KnowsPackage(owner))
        {
            if (schemas.Resource(Urns.ProviderPrefix + owner)?.Inputs is { Count: > 0 } inputs)
                OneOf(key, line, [.. inputs.Keys.Concat(ProviderOwn).Select(name => $"{owner}:{name}")]);
        }
        else if (!AlwaysKnown.Contains(owner) && !Brought(owner))
            problems.Add(
                $"{key} (line {line})",
                $"the namespace {owner}",
                $"{project.Name}, {string.Join(", ", AlwaysKnown)} or a package",
                Suggestion.For(owner, [project.Name, .. AlwaysKnown, .. schemas.Packages])
            );
    }

    private bool Brought(string package) =>
        project.Packages.Contains(package)
        || project.Plugins.Any(plugin => plugin.Name == package)
        || project.Config.Any(declaration => ConfigKey.Namespace(declaration.Key) == package);

    private void OneOf(string key, int line, HashSet<string> known)
    {
        if (!known.Contains(key) && !known.Contains(ConfigKey.Path(key).Top))
            problems.Add($"{key} (line {line}): unknown key; {Suggestion.For(key, known)}");
    }

    private void Declared(ConfigDeclaration declaration)
    {
        var found = stack.Find(declaration.Key);
        if (found is null && declaration.Value is null)
        {
            problems.Add(
                declaration.Key,
                "nothing",
                declaration.Type?.Words ?? "a value",
                $"this key is required ({project.FileName}:{declaration.Line}); pulumi config set {(declaration.Secret ? "--secret " : "")}{declaration.Key}"
            );
            return;
        }
        if (declaration.Type is not { } type)
            return;
        var value = found?.Value ?? declaration.Value!;
        var place = found is null ? $" ({project.FileName}:{declaration.Line})" : $" (line {found.Line})";
        if (declaration.Secret && !ConfigNodes.Secrets(value).Any())
            problems.Add(
                declaration.Key + place,
                "a plain value",
                "an encrypted one",
                $"pulumi config set --secret {declaration.Key}"
            );
        else
            foreach (var (path, got, want) in ConfigTypes.Check(declaration.Key, type, value, asText: found is not null))
                problems.Add(path + place, got, want);
    }
}
