namespace Pulumi;

/// <summary>How a hook behaves.</summary>
public class ResourceHookOptions
{
    /// <summary>The defaults.</summary>
    public ResourceHookOptions() { }

    /// <summary>Whether it runs during previews too. Default: no.</summary>
    public bool? OnDryRun { get; set; }

    /// <summary>Whether a failure of it is only a warning. Default: no.</summary>
    public bool? IgnoreErrors { get; set; }
}
