namespace Pulumi.Testing;

/// <summary>Names and kind of a deployment against mocks.</summary>
public class TestOptions
{
    /// <summary>The defaults.</summary>
    public TestOptions() { }

    /// <summary>Name of the project. Default: <c>project</c>.</summary>
    public string? ProjectName { get; set; }

    /// <summary>Name of the stack. Default: <c>stack</c>.</summary>
    public string? StackName { get; set; }

    /// <summary>Name of the organization. Default: <c>organization</c>.</summary>
    public string? OrganizationName { get; set; }

    /// <summary>Folder of the project file. Default: none, asking for it throws.</summary>
    public string? RootDirectory { get; set; }

    /// <summary>Whether it is a preview. Default: yes.</summary>
    public bool? IsPreview { get; set; }
}
