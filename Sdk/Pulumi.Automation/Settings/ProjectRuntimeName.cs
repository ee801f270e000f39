namespace Pulumi.Automation;

/// <summary>What runs a program.</summary>
public enum ProjectRuntimeName
{
    /// <summary>Node.js.</summary>
    NodeJS = 0,

    /// <summary>Go.</summary>
    Go = 1,

    /// <summary>Python.</summary>
    Python = 2,

    /// <summary>.NET.</summary>
    Dotnet = 3,
}
