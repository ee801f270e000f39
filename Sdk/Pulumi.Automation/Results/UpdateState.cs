namespace Pulumi.Automation;

/// <summary>How far a run is.</summary>
public enum UpdateState
{
    /// <summary>It has not begun.</summary>
    NotStarted = 0,

    /// <summary>It has not ended.</summary>
    InProgress = 1,

    /// <summary>It went well.</summary>
    Succeeded = 2,

    /// <summary>It failed.</summary>
    Failed = 3,
}
