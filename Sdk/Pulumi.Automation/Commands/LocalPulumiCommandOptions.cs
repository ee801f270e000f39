namespace Pulumi.Automation.Commands;

/// <summary>Which CLI is used.</summary>
public class LocalPulumiCommandOptions
{
    /// <summary>Where the CLI is installed: the folder that has <c>bin/pulumi</c>. Default: the one on the PATH.</summary>
    public string? Root { get; set; }

    /// <summary>Whether a CLI of any version is taken. Default: one that is too old or too new is refused.</summary>
    public bool SkipVersionCheck { get; set; }
}
