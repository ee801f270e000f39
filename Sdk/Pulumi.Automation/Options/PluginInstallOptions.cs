namespace Pulumi.Automation;

/// <summary>How a plugin is installed.</summary>
public class PluginInstallOptions
{
    /// <summary>Whether another version that would do is not enough. Default: it is.</summary>
    public bool ExactVersion { get; set; }

    /// <summary>Where it is downloaded from. Default: where its authors keep it.</summary>
    public string? ServerUrl { get; set; }
}
