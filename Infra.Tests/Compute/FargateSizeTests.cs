using Infra.Compute;

namespace Infra.Tests.Compute;

public sealed class FargateSizeTests
{
    [
        TestCase(256, 512),
        TestCase(256, 1024),
        TestCase(256, 2048),
        TestCase(512, 1024),
        TestCase(512, 4096),
        TestCase(1024, 3072),
        TestCase(1024, 8192),
        TestCase(2048, 4096),
        TestCase(2048, 16_384),
        TestCase(4096, 30_720),
        TestCase(8192, 16_384),
        TestCase(8192, 61_440),
        TestCase(16_384, 122_880)
    ]
    public void Pairs_that_Fargate_has_are_accepted(int cpu, int memory) =>
        Assert.That(new FargateSize(cpu, memory).Validate(), Is.Empty);

    [
        TestCase(512, 8192, "memoryMiB: got 8192, want 1024 to 4096 in steps of 1024 with 512 CPU units"),
        TestCase(256, 1536, "memoryMiB: got 1536, want 512, 1024 or 2048 with 256 CPU units"),
        TestCase(256, 4096, "memoryMiB: got 4096, want 512, 1024 or 2048 with 256 CPU units"),
        TestCase(512, 512, "memoryMiB: got 512, want 1024 to 4096"),
        TestCase(1024, 2560, "memoryMiB: got 2560, want 2048 to 8192"),
        TestCase(8192, 18_432, "memoryMiB: got 18432, want 16384 to 61440 in steps of 4096"),
        TestCase(768, 2048, "cpu: got 768, want 256, 512, 1024, 2048, 4096, 8192 or 16384")
    ]
    public void Other_pairs_are_refused(int cpu, int memory, string problem) =>
        Assert.That(new FargateSize(cpu, memory).Validate().Single().ToString(), Does.StartWith(problem));
}
