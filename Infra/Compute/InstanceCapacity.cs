using Infra.Validation;

namespace Infra.Compute;

/// <summary>What instances offer to tasks.</summary>
/// <param name="Provider">The capacity provider that starts and stops them.</param>
/// <param name="Type">What they are.</param>
/// <param name="MaxInstances">The most there are.</param>
/// <param name="ReservedMemoryMiB">What each keeps for itself.</param>
internal sealed record InstanceCapacity(string Provider, InstanceType Type, int MaxInstances, int ReservedMemoryMiB)
{
    // The kernel and the hypervisor keep 3 to 8 percent of what the type is sold with; ECS counts the rest.
    private const int KernelPercent = 8;

    /// <summary>MiB of an instance that tasks can have; nothing when the type's memory is not known.</summary>
    public int? TaskMemoryMiB =>
        Type.Shape is { } shape ? (shape.MemoryMiB * (100 - KernelPercent) / 100) - ReservedMemoryMiB : null;

    /// <summary>How many tasks of a size one instance runs; nothing when the type is not known.</summary>
    public int? TasksPerInstance(int cpu, int memoryMiB) =>
        Type.Shape is { } shape && TaskMemoryMiB is { } memory
            ? Math.Max(0, Math.Min(memory / memoryMiB, cpu == 0 ? int.MaxValue : shape.Cpu / cpu))
            : null;

    /// <summary>Why tasks of a size would never start.</summary>
    /// <param name="cpu">CPU units of a task; 0 for none of its own.</param>
    /// <param name="memoryMiB">Memory of a task.</param>
    /// <param name="tasks">The most tasks there may be, those of a deployment included.</param>
    public IEnumerable<Problem> Problems(int cpu, int memoryMiB, int tasks)
    {
        if (Type.Shape is { } shape && cpu > shape.Cpu)
            yield return new("cpu", cpu, $"{shape.Cpu} at most on {Type.Name}", "no instance could run the task");
        if (TaskMemoryMiB is { } memory && memoryMiB > memory)
            yield return new(
                "memoryMiB",
                memoryMiB,
                $"{memory} at most on {Type.Name}",
                "no instance could run the task; the rest is the system's"
            );
        if (TasksPerInstance(cpu, memoryMiB) is { } each and > 0 && tasks > each * MaxInstances)
            yield return new(
                "scaling.maxTasks",
                $"up to {tasks} tasks in a deployment",
                $"{each * MaxInstances} at most, {each} on each of {MaxInstances} instances",
                "raise the number of instances, or lower maxTasks or the size of a task"
            );
    }
}
