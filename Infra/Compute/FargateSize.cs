using System.Collections.Immutable;
using Infra.Validation;

namespace Infra.Compute;

/// <summary>The CPU and memory of a Fargate task. Fargate has only certain pairs of them.</summary>
/// <param name="Cpu">In CPU units; 1024 are one vCPU.</param>
/// <param name="MemoryMiB">Of the whole task, all its containers together.</param>
internal readonly record struct FargateSize(int Cpu, int MemoryMiB)
{
    // Amazon ECS Developer Guide, "Task size": for each CPU value the smallest, the largest and the step of memory.
    private static readonly ImmutableSortedDictionary<int, (int Least, int Most, int Step)> Matrix = new Dictionary<
        int,
        (int, int, int)
    >
    {
        [256] = (512, 2048, 1024),
        [512] = (1024, 4096, 1024),
        [1024] = (2048, 8192, 1024),
        [2048] = (4096, 16_384, 1024),
        [4096] = (8192, 30_720, 1024),
        [8192] = (16_384, 61_440, 4096),
        [16_384] = (32_768, 122_880, 8192),
    }.ToImmutableSortedDictionary();

    /// <summary>What Fargate refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (!Matrix.TryGetValue(Cpu, out var memory))
        {
            yield return new(
                "cpu",
                Cpu,
                Spelling.OneOf([.. Matrix.Keys.Select(cpu => $"{cpu}")]),
                "Fargate has tasks of these sizes only"
            );
            yield break;
        }
        // The smallest size is the one whose steps are not even: 512, 1024 and 2048.
        var fits =
            MemoryMiB == memory.Least || (MemoryMiB > memory.Least && MemoryMiB <= memory.Most && MemoryMiB % memory.Step == 0);
        if (!fits)
            yield return new(
                "memoryMiB",
                MemoryMiB,
                Cpu == 256
                    ? "512, 1024 or 2048 with 256 CPU units"
                    : $"{memory.Least} to {memory.Most} in steps of {memory.Step} with {Cpu} CPU units",
                "Fargate has no such pair; change cpu or memoryMiB"
            );
    }
}
