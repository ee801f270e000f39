namespace Pulumi.Automation;

/// <summary>Where the state of a project's stacks is.</summary>
public class ProjectBackend
{
    /// <summary>For example <c>s3://bucket</c>. Default: where the user is logged in.</summary>
    public string? Url { get; set; }
}
