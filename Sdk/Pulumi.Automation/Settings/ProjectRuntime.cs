namespace Pulumi.Automation;

/// <summary>What runs a program, and how.</summary>
/// <param name="name">What runs it.</param>
public class ProjectRuntime(ProjectRuntimeName name)
{
    /// <summary>What runs it.</summary>
    public ProjectRuntimeName Name { get; set; } = name;

    /// <summary>How it is run. Default: as usual.</summary>
    public ProjectRuntimeOptions? Options { get; set; }
}
