namespace Pulumi.Automation;

/// <summary>What is installed.</summary>
public class InstallOptions
{
    /// <summary>Whether tools that switch versions of a language are used. Default: they are not.</summary>
    public bool UseLanguageVersionTools { get; set; }

    /// <summary>Whether plugins are left out. Default: they are installed.</summary>
    public bool NoPlugins { get; set; }

    /// <summary>Whether the dependencies of the program are left out. Default: they are installed.</summary>
    public bool NoDependencies { get; set; }

    /// <summary>Whether what is there is installed again. Default: it is not.</summary>
    public bool Reinstall { get; set; }
}
