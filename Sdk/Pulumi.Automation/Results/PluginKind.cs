namespace Pulumi.Automation;

/// <summary>What a plugin is for.</summary>
public enum PluginKind
{
    /// <summary>It checks policies.</summary>
    Analyzer = 0,

    /// <summary>It runs programs.</summary>
    Language = 1,

    /// <summary>It manages resources.</summary>
    Resource = 2,
}
