using YamlDotNet.RepresentationModel;

namespace Pulumi.Automation;

/// <summary>Reads and writes <see cref="ProjectSettings"/>.</summary>
internal static class ProjectFile
{
    private const string Name = "Pulumi";

    public static string Find(string folder) => SettingsDocument.Find(folder, Name);

    /// <summary>Reads the project file; nothing if there is none.</summary>
    /// <exception cref="InvalidDataException">It has no name, or a runtime this API does not know.</exception>
    public static async Task<ProjectSettings?> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var file = await SettingsDocument.ReadAsync(Find(folder), cancellationToken).ConfigureAwait(false);
        if (file is null)
            return null;
        var root = file.Root;
        return new(
            root.Text("name") ?? throw new InvalidDataException($"{file.Path}, name: got nothing, want a name"),
            Runtime(file)
        )
        {
            Main = root.Text("main"),
            Description = root.Text("description"),
            Author = root.Text("author"),
            Website = root.Text("website"),
            License = root.Text("license"),
            Config = root.Text("config"),
            Template = root.Child("template") is YamlMappingNode template ? Template(template) : null,
            Backend = root.Child("backend") is YamlMappingNode backend ? new() { Url = backend.Text("url") } : null,
        };
    }

    public static async Task SaveAsync(string folder, ProjectSettings settings, CancellationToken cancellationToken)
    {
        var path = Find(folder);
        var file =
            await SettingsDocument.ReadAsync(path, cancellationToken).ConfigureAwait(false) ?? SettingsDocument.Empty(path);
        Write(settings, file.Root);
        await file.SaveAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The settings as a file that has nothing else.</summary>
    public static string ToText(ProjectSettings settings)
    {
        var file = SettingsDocument.Empty(Name);
        Write(settings, file.Root);
        return file.ToText();
    }

    private static ProjectRuntime Runtime(SettingsDocument file)
    {
        var map = file.Root.Child("runtime") as YamlMappingNode;
        var text = map?.Text("name") ?? file.Root.Text("runtime");
        var name = text?.ToUpperInvariant() switch
        {
            "NODEJS" => ProjectRuntimeName.NodeJS,
            "GO" => ProjectRuntimeName.Go,
            "PYTHON" => ProjectRuntimeName.Python,
            "DOTNET" => ProjectRuntimeName.Dotnet,
            _ => throw new InvalidDataException(
                $"{file.Path}, runtime: got {text ?? "nothing"}, want nodejs, go, python or dotnet"
            ),
        };
        var options = map?.Child("options") as YamlMappingNode;
        return new(name)
        {
            Options = options is null
                ? null
                : new()
                {
                    Binary = options.Text("binary"),
                    TypeScript = options.Boolean("typescript"),
                    VirtualEnv = options.Text("virtualenv"),
                },
        };
    }

    private static ProjectTemplate Template(YamlMappingNode map) =>
        new()
        {
            Description = map.Text("description"),
            QuickStart = map.Text("quickstart"),
            Important = map.Boolean("important"),
            Config = map.Child("config") is YamlMappingNode config
                ? config
                    .Children.Where(entry => entry.Value is YamlMappingNode)
                    .ToDictionary(
                        entry => ((YamlScalarNode)entry.Key).Value!,
                        entry => new ProjectTemplateConfigValue
                        {
                            Description = ((YamlMappingNode)entry.Value).Text("description"),
                            Default = ((YamlMappingNode)entry.Value).Text("default"),
                            Secret = ((YamlMappingNode)entry.Value).Boolean("secret"),
                        }
                    )
                : null,
        };

    private static void Write(ProjectSettings settings, YamlMappingNode root)
    {
        root.Set("name", settings.Name);
        WriteRuntime(settings.Runtime, root);
        root.Set("main", settings.Main);
        root.Set("description", settings.Description);
        root.Set("author", settings.Author);
        root.Set("website", settings.Website);
        root.Set("license", settings.License);
        root.Set("config", settings.Config);
        root.Change("backend", backend => backend.Set("url", settings.Backend?.Url));
        root.Change("template", template => WriteTemplate(settings.Template, template));
    }

    private static void WriteRuntime(ProjectRuntime runtime, YamlMappingNode root)
    {
        var name = runtime.Name.ToString().ToLowerInvariant();
        if (runtime.Options is null && root.Child("runtime") is not YamlMappingNode)
        {
            root.Set("runtime", name);
            return;
        }
        root.Change(
            "runtime",
            map =>
            {
                map.Set("name", name);
                map.Change(
                    "options",
                    options =>
                    {
                        options.Set("binary", runtime.Options?.Binary);
                        options.Set("typescript", runtime.Options?.TypeScript);
                        options.Set("virtualenv", runtime.Options?.VirtualEnv);
                    }
                );
            }
        );
    }

    private static void WriteTemplate(ProjectTemplate? template, YamlMappingNode map)
    {
        map.Set("description", template?.Description);
        map.Set("quickstart", template?.QuickStart);
        map.Set("important", template?.Important);
        map.Change(
            "config",
            config =>
            {
                foreach (var key in config.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value!).ToList())
                    if (template?.Config?.ContainsKey(key) != true)
                        config.Children.Remove(new YamlScalarNode(key));
                foreach (var (key, value) in template?.Config ?? new Dictionary<string, ProjectTemplateConfigValue>())
                    config.Change(
                        key,
                        entry =>
                        {
                            entry.Set("description", value.Description);
                            entry.Set("default", value.Default);
                            entry.Set("secret", value.Secret);
                        }
                    );
            }
        );
    }
}
