using YamlDotNet.RepresentationModel;

namespace Infra.Cli.Tests.Workflows;

/// <summary>The workflows and actions of the repository, and the steps in them.</summary>
internal static class WorkflowFiles
{
    private static readonly string Folder = Path.Combine(Repository.Root, ".github");

    /// <summary>Paths of all of them, below <c>.github</c>.</summary>
    public static IEnumerable<string> All =>
        Directory
            .EnumerateFiles(Folder, "*.yml", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file))
            .Order(StringComparer.Ordinal);

    /// <summary>Those that GitHub starts, or that others call.</summary>
    public static IEnumerable<string> Workflows => All.Where(file => file.StartsWith("workflows", StringComparison.Ordinal));

    public static string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public static YamlMappingNode Read(string file)
    {
        var yaml = new YamlStream();
        using var text = new StringReader(Text(file));
        yaml.Load(text);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    /// <summary>The jobs of a workflow, by name.</summary>
    public static IEnumerable<(string Name, YamlMappingNode Job)> Jobs(string file) =>
        Read(file).At("jobs") is YamlMappingNode jobs
            ? jobs.Children.Select(job => (job.Key.ToString(), (YamlMappingNode)job.Value))
            : [];

    /// <summary>The steps of a workflow or an action.</summary>
    public static IEnumerable<YamlMappingNode> Steps(string file) =>
        Jobs(file)
            .Select(job => job.Job)
            .Append(Read(file).At("runs") as YamlMappingNode ?? new())
            .SelectMany(job => (job.At("steps") as YamlSequenceNode)?.Children ?? [])
            .Cast<YamlMappingNode>();

    /// <summary>The script of the one step that has these words in its name or its script.</summary>
    public static string Script(string file, string words) =>
        Steps(file)
            .Where(step => step.Text("run") is not null)
            .Single(step => $"{step.Text("name")}\n{step.Text("run")}".Contains(words, StringComparison.Ordinal))
            .Text("run")!;

    public static YamlNode? At(this YamlMappingNode node, string key) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    public static string? Text(this YamlMappingNode node, string key) => (node.At(key) as YamlScalarNode)?.Value;
}
