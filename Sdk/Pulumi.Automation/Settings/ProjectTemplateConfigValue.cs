namespace Pulumi.Automation;

/// <summary>A setting a template asks for.</summary>
public class ProjectTemplateConfigValue
{
    /// <summary>What it is.</summary>
    public string? Description { get; set; }

    /// <summary>What is offered. Default: nothing.</summary>
    public string? Default { get; set; }

    /// <summary>Whether it is stored as a secret. Default: it is not.</summary>
    public bool? Secret { get; set; }
}
