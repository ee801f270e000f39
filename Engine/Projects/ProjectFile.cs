using System.Collections.Immutable;
using Engine.Projects.Yaml;

namespace Engine.Projects;

/// <summary>A project: <c>Pulumi.yaml</c>.</summary>
public sealed record ProjectFile
{
    private static readonly string[] Names = ["Pulumi.json", "Pulumi.yaml", "Pulumi.yml"];

    internal ProjectFile() { }

    /// <summary>Where it lies, absolute.</summary>
    public required string Path { get; init; }

    /// <summary>Its directory.</summary>
    public string Directory => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>Its name without the directory, as messages say it.</summary>
    public string FileName => System.IO.Path.GetFileName(Path);

    /// <summary>The project's name; the namespace of its configuration.</summary>
    public required string Name { get; init; }

    /// <summary>What runs the program. Default: nothing.</summary>
    public ProjectRuntime Runtime { get; init; } = ProjectRuntime.None;

    /// <summary>The program: a directory or a file in one, absolute. Default: the project file's directory.</summary>
    public string Main => System.IO.Path.GetFullPath(MainAsWritten ?? ".", Directory);

    /// <summary>In a sentence. Default: not said.</summary>
    public string? Description { get; init; }

    /// <summary>Who wrote it. Default: not said.</summary>
    public string? Author { get; init; }

    /// <summary>Where more is told. Default: not said.</summary>
    public string? Website { get; init; }

    /// <summary>Under which terms it may be used. Default: not said.</summary>
    public string? License { get; init; }

    /// <summary>Where the state is kept, for example <c>s3://bucket</c>. Default: where the user is logged in.</summary>
    public string? BackendUrl { get; init; }

    /// <summary>Which versions of Pulumi's command line will do, for example <c>&gt;=3.5.0</c>. Default: any.</summary>
    public string? RequiredPulumiVersion { get; init; }

    /// <summary>Whether every operation refreshes first.</summary>
    public bool AlwaysRefreshes { get; init; }

    /// <summary>Where the stack files lie, absolute. Default: beside the project file.</summary>
    public string StackDirectory => System.IO.Path.GetFullPath(StackDirectoryAsWritten ?? ".", Directory);

    /// <summary>Plugins the project brings along.</summary>
    public ImmutableArray<ProjectPlugin> Plugins { get; init; } = [];

    /// <summary>Names of the packages the project adds.</summary>
    public ImmutableArray<string> Packages { get; init; } = [];

    internal string? MainAsWritten { get; init; }

    internal string? StackDirectoryAsWritten { get; init; }

    /// <summary>Declared configuration, in the order of the file.</summary>
    internal ImmutableArray<ConfigDeclaration> Config { get; init; } = [];

    /// <summary>Whether the project says which keys it has, so that any other is a mistake.</summary>
    internal bool DeclaresConfig => Config.Any(declaration => declaration.OfProject);

    /// <summary>Everything else that stands in the file, untouched.</summary>
    internal ImmutableArray<YamlEntry> Other { get; init; } = [];

    /// <summary>The nearest project file, in a directory or above it.</summary>
    /// <exception cref="InputException">There is none up to the root.</exception>
    public static string Find(string directory)
    {
        var start = System.IO.Path.GetFullPath(directory);
        for (var at = start; at is not null; at = System.IO.Path.GetDirectoryName(at))
            foreach (var name in Names)
                if (File.Exists(System.IO.Path.Combine(at, name)))
                    return System.IO.Path.Combine(at, name);
        throw new InputException(
            start,
            [$"got no {string.Join(", ", Names)}, here or above; change to a directory of a Pulumi project"]
        );
    }

    /// <summary>Reads a project file.</summary>
    /// <exception cref="InputException">It cannot be read, is no YAML, or says what no project can; with every problem.</exception>
    public static ProjectFile Load(string path) => Parse(TextFile.Read(path), System.IO.Path.GetFullPath(path));

    /// <summary>Reads the text of a project file that lies, or would lie, at <paramref name="path"/>.</summary>
    /// <inheritdoc cref="Load" path="/exception"/>
    internal static ProjectFile Parse(string text, string path) => ProjectReader.Read(text, path);
}
