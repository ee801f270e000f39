namespace Pulumi.Automation;

/// <summary>How the state is brought up to date with what is there.</summary>
public sealed class RefreshOptions : UpdateOptions
{
    /// <summary>Whether any change is a failure. Default: it is not.</summary>
    public bool? ExpectNoChanges { get; set; }

    /// <summary>Whether it is only shown what would change. Default: the state is changed.</summary>
    public bool? PreviewOnly { get; set; }

    /// <summary>Whether the program is run to find out about its providers. Default: it is not.</summary>
    public bool? RunProgram { get; set; }

    /// <summary>Whether resources whose creation was broken off are left as they are. Default: they fail the refresh.</summary>
    public bool? SkipPendingCreates { get; set; }

    /// <summary>Whether resources whose creation was broken off are forgotten. Default: they are not.</summary>
    public bool? ClearPendingCreates { get; set; }

    /// <summary>Ids of resources whose creation was broken off, and which are there all the same. Default: none.</summary>
    public List<PendingCreateValue>? ImportPendingCreates { get; set; }

    /// <summary>Whether the summary of the run has the secrets of the configuration in the clear. Default: it has.</summary>
    public bool? ShowSecrets { get; set; }
}
