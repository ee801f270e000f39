namespace Pulumi.Automation;

/// <summary>How a program is run.</summary>
public class ProjectRuntimeOptions
{
    /// <summary>A program that is built already. Default: it is built.</summary>
    public string? Binary { get; set; }

    /// <summary>Whether a Node.js program is compiled. Default: it is.</summary>
    public bool? TypeScript { get; set; }

    /// <summary>Folder of the virtual environment of a Python program. Default: none.</summary>
    public string? VirtualEnv { get; set; }
}
