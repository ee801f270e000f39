namespace Pulumi.Automation;

/// <summary>What a run did.</summary>
public enum UpdateKind
{
    /// <summary>It brought the stack up to date.</summary>
    Update = 0,

    /// <summary>It only looked.</summary>
    Preview = 1,

    /// <summary>It brought the state up to date.</summary>
    Refresh = 2,

    /// <summary>It gave the stack another name.</summary>
    Rename = 3,

    /// <summary>It deleted the resources.</summary>
    Destroy = 4,

    /// <summary>It took over another state.</summary>
    Import = 5,

    /// <summary>It took over resources.</summary>
    ResourceImport = 6,
}
