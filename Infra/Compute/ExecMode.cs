namespace Infra.Compute;

/// <summary>
/// Whether people may open a shell in a running container (ECS Exec). Its agent writes into the container, which one with a read-only root
/// does not let it.
/// </summary>
internal enum ExecMode
{
    /// <summary>No shell.</summary>
    Off,

    /// <summary>A shell, and a root file system that can be written.</summary>
    WritableRoot,

    /// <summary>
    /// A shell, a read-only root, and volumes where the agent writes. AWS documents no such use; operators report that it works.
    /// </summary>
    Mounts,
}
