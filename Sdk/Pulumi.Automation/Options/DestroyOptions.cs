namespace Pulumi.Automation;

/// <summary>How the resources of a stack are deleted.</summary>
public sealed class DestroyOptions : UpdateOptions
{
    /// <summary>Whether what depends on an excluded resource is left alone too. Default: it is not.</summary>
    public bool? ExcludeDependents { get; set; }

    /// <summary>Whether what depends on a target is deleted too. Default: it is not, and that fails.</summary>
    public bool? TargetDependents { get; set; }

    /// <summary>Whether the rest goes on when a deletion fails. Default: it stops.</summary>
    public bool? ContinueOnError { get; set; }

    /// <summary>Whether the state is refreshed first. Default: as the project says.</summary>
    public bool? Refresh { get; set; }

    /// <summary>Whether it is only shown what would be deleted. Default: it is deleted.</summary>
    public bool? PreviewOnly { get; set; }

    /// <summary>Whether the program is run to find out about its providers. Default: it is not.</summary>
    public bool? RunProgram { get; set; }

    /// <summary>Whether the summary of the run has the secrets of the configuration in the clear. Default: it has.</summary>
    public bool? ShowSecrets { get; set; }
}
