using Microsoft.Extensions.Logging;

namespace Pulumi.Automation;

/// <summary>How a preview is made.</summary>
public sealed class PreviewOptions : UpdateOptions
{
    /// <summary>Whether any change is a failure. Default: it is not.</summary>
    public bool? ExpectNoChanges { get; set; }

    /// <summary>Whether resources that are only read are shown. Default: as the CLI does.</summary>
    public bool? ShowReads { get; set; }

    /// <summary>Whether the whole difference is shown rather than a summary. Default: a summary.</summary>
    public bool? Diff { get; set; }

    /// <summary>Where the plan is saved. Default: it is not.</summary>
    public string? Plan { get; set; }

    /// <summary>URNs of the resources to replace. Default: none.</summary>
    public List<string>? Replace { get; set; }

    /// <summary>Whether what depends on an excluded resource is left alone too. Default: it is not.</summary>
    public bool? ExcludeDependents { get; set; }

    /// <summary>Whether what depends on a target is looked at too. Default: it is not.</summary>
    public bool? TargetDependents { get; set; }

    /// <summary>Whether the state is refreshed first. Default: as the project says.</summary>
    public bool? Refresh { get; set; }

    /// <summary>The program to run instead of the one of the workspace. Default: that one.</summary>
    public PulumiFn? Program { get; set; }

    /// <summary>Takes what the run of an inline program has to say. Default: the one of the workspace.</summary>
    public ILogger? Logger { get; set; }
}
