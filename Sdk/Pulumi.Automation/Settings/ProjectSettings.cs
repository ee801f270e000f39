namespace Pulumi.Automation;

/// <summary>What a project file says.</summary>
public class ProjectSettings
{
    /// <summary>A project.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="runtime">What runs its program.</param>
    public ProjectSettings(string name, ProjectRuntime runtime) => (Name, Runtime) = (name, runtime);

    /// <inheritdoc cref="ProjectSettings(string, ProjectRuntime)"/>
    public ProjectSettings(string name, ProjectRuntimeName runtime)
        : this(name, new ProjectRuntime(runtime)) { }

    /// <summary>Its name.</summary>
    public string Name { get; set; }

    /// <summary>What runs its program.</summary>
    public ProjectRuntime Runtime { get; set; }

    /// <summary>Where the program is. Default: beside the project file.</summary>
    public string? Main { get; set; }

    /// <summary>What it is for.</summary>
    public string? Description { get; set; }

    /// <summary>Who wrote it.</summary>
    public string? Author { get; set; }

    /// <summary>Its page.</summary>
    public string? Website { get; set; }

    /// <summary>Its license.</summary>
    public string? License { get; set; }

    /// <summary>Folder of the files of its stacks, in the old way. Settings that the project declares are kept, but not read.</summary>
    public string? Config { get; set; }

    /// <summary>What <c>pulumi new</c> does with it. Default: it is no template.</summary>
    public ProjectTemplate? Template { get; set; }

    /// <summary>Where the state of its stacks is. Default: where the user is logged in.</summary>
    public ProjectBackend? Backend { get; set; }

    /// <summary>The project of a program that is a function.</summary>
    internal static ProjectSettings Default(string name) =>
        new(name, ProjectRuntimeName.Dotnet) { Main = Directory.GetCurrentDirectory() };

    /// <summary>Whether it says no more than its name.</summary>
    internal bool IsDefault => SaysTheSame(Default(Name));

    /// <summary>Whether both would make the same file.</summary>
    internal bool SaysTheSame(ProjectSettings other) => ProjectFile.ToText(this) == ProjectFile.ToText(other);
}
