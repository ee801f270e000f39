namespace Infra.Compute;

/// <summary>What runs the tasks, which decides how their containers reach each other and are reached.</summary>
internal enum TaskHost
{
    /// <summary>Fargate: a task has a network interface, and its containers share it.</summary>
    Fargate,

    /// <summary>
    /// Instances of one's own in bridge mode: each container has its own address behind the instance, others of the task are reached by link,
    /// and the instance gives each port a free one of its own.
    /// </summary>
    Bridge,
}
