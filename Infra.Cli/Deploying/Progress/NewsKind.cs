namespace Infra.Cli.Deploying.Progress;

/// <summary>How far the work on a resource is.</summary>
internal enum NewsKind
{
    /// <summary>It has begun.</summary>
    Started,

    /// <summary>It is done.</summary>
    Done,

    /// <summary>What a replacement took the place of is deleted.</summary>
    OldDeleted,

    /// <summary>It failed.</summary>
    Failed,
}
