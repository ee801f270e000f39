namespace Infra.Compute;

/// <summary>How services find each other.</summary>
internal enum DiscoveryMode
{
    /// <summary>By DNS: Cloud Map keeps the addresses of healthy tasks under a private name. It adds nothing to a task.</summary>
    CloudMap,

    /// <summary>
    /// Through a proxy that ECS puts into each task: it balances, retries and counts, and takes 256 CPU units and 64 MiB of the task.
    /// </summary>
    ServiceConnect,
}
