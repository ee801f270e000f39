namespace Pulumi.Automation;

/// <summary>Which part of the history is read.</summary>
public sealed class HistoryOptions
{
    /// <summary>Which page, from 1. Default: the first. Means something with <see cref="PageSize"/> only.</summary>
    public int? Page { get; set; }

    /// <summary>How many runs a page has; less than 1 is refused. Default: all runs are read.</summary>
    public int? PageSize { get; set; }

    /// <summary>Whether secrets of the configuration are in the clear. Default: they are.</summary>
    public bool? ShowSecrets { get; set; }
}
