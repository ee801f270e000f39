using System.Collections.Immutable;
using Engine.Projects.Yaml;

namespace Engine.Projects;

/// <summary>Reads the text of a project file.</summary>
internal static class ProjectReader
{
    private static readonly string[] PluginKinds = ["providers", "languages", "analyzers"];

    public static ProjectFile Read(string text, string path)
    {
        var problems = new ProblemList(Path.GetFileName(path));
        var document = YamlReader.Read(text, problems);
        problems.ThrowIfAny();
        if (document is not YamlMap map)
        {
            problems.Add(
                "the file",
                document is null ? "nothing" : "no map",
                "at least a name",
                "write name: and the project's name"
            );
            problems.ThrowIfAny();
            throw new InvalidOperationException("A problem was added and not thrown");
        }
        var project = Project(new YamlFields(map, "", problems), path, problems);
        problems.ThrowIfAny();
        return project;
    }

    private static ProjectFile Project(YamlFields fields, string path, ProblemList problems)
    {
        var name = fields.Text("name");
        if (
            string.IsNullOrWhiteSpace(name)
            && fields.Entry("name") is null or { Value: YamlScalar { Value.Kind: ScalarKind.Text } }
        )
            problems.Add("name", "nothing", "the project's name", "it is the namespace of the project's configuration");
        var (config, directory) = Config(fields, name ?? "", problems);
        var refresh = fields.Map("options")?.Entry("refresh");
        if (refresh is { Value: not YamlScalar { Text: "always" } })
            fields.Wrong(refresh with { Key = "options.refresh" }, "always");
        return new ProjectFile
        {
            Path = path,
            Name = name ?? "",
            Runtime = Runtime(fields),
            MainAsWritten = fields.Text("main"),
            Description = fields.Text("description"),
            Author = fields.Text("author"),
            Website = fields.Text("website"),
            License = fields.Text("license"),
            BackendUrl = fields.Map("backend")?.Text("url"),
            RequiredPulumiVersion = fields.Scalar("requiredPulumiVersion"),
            AlwaysRefreshes = refresh is not null,
            StackDirectoryAsWritten = directory,
            Plugins = Plugins(fields, problems),
            Packages = fields.Map("packages") is { } packages ? [.. packages.Unread.Select(entry => entry.Key)] : [],
            Config = config,
            Other = fields.Unread,
        };
    }

    /// <summary>A text under <c>config</c> is the old way of writing <c>stackConfigDir</c>.</summary>
    private static (ImmutableArray<ConfigDeclaration> Config, string? Directory) Config(
        YamlFields fields,
        string name,
        ProblemList problems
    )
    {
        var directory = fields.Text("stackConfigDir");
        switch (fields.Entry("config"))
        {
            case null:
                return ([], directory);
            case { Value: YamlMap declarations }:
                return (DeclarationReader.Read(declarations, name, problems), directory);
            case { Value: YamlScalar { Value.Kind: ScalarKind.Text } old } entry:
                if (directory is not null)
                    problems.Add(
                        $"config (line {entry.Line})",
                        "a directory",
                        "it said once",
                        "stackConfigDir says it already; remove this one"
                    );
                return ([], directory ?? old.Text);
            case { } other:
                fields.Wrong(other, "a map of configuration keys");
                return ([], directory);
        }
    }

    private static ProjectRuntime Runtime(YamlFields fields)
    {
        if (fields.Entry("runtime") is not { } entry)
            return ProjectRuntime.None;
        if (entry.Value is YamlScalar { Value.Kind: ScalarKind.Text } name)
            return ProjectRuntime.None with { Name = name.Text };
        if (entry.Value is not YamlMap)
        {
            fields.Wrong(entry, "a name, or a map with name and options");
            return ProjectRuntime.None;
        }
        var map = fields.Map("runtime")!;
        var options = ProjectRuntime.None.Options.ToBuilder();
        var runtime = map.Text("name") ?? "";
        if (map.Map("options") is { } written)
            foreach (var option in written.Unread)
                if (written.Scalar(option.Key) is { } value)
                    options[option.Key] = value;
        map.RefuseOthers();
        return new ProjectRuntime(runtime, options.ToImmutable());
    }

    private static ImmutableArray<ProjectPlugin> Plugins(YamlFields fields, ProblemList problems)
    {
        if (fields.Map("plugins") is not { } plugins)
            return [];
        var found = ImmutableArray.CreateBuilder<ProjectPlugin>();
        foreach (var kind in PluginKinds)
        foreach (var (item, index) in plugins.List(kind).Select((item, index) => (item, index)))
        {
            var path = $"plugins.{kind}[{index}]";
            var plugin = item is YamlMap map ? new YamlFields(map, path, problems) : null;
            if (plugin?.Text("name") is { } name && plugin.Text("path") is { } place)
                found.Add(new ProjectPlugin(kind, name, place, plugin.Scalar("version")));
            else
                problems.Add($"{path} (line {item.Line})", "a plugin without them", "a name and a path");
        }
        plugins.RefuseOthers();
        return found.ToImmutable();
    }
}
