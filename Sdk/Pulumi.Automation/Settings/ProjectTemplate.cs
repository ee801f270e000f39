namespace Pulumi.Automation;

/// <summary>What <c>pulumi new</c> does with a project.</summary>
public class ProjectTemplate
{
    /// <summary>What the template makes.</summary>
    public string? Description { get; set; }

    /// <summary>What a user does next.</summary>
    public string? QuickStart { get; set; }

    /// <summary>Whether it is shown before others.</summary>
    public bool? Important { get; set; }

    /// <summary>Settings it asks for, by key. Default: none.</summary>
    public IDictionary<string, ProjectTemplateConfigValue>? Config { get; set; }
}
