using Infra.Compute;

namespace Infra.Tests.Compute;

public sealed class InstanceTypeTests
{
    [
        TestCase("t3.medium", 2048, 4096),
        TestCase("t4g.2xlarge", 8192, 32_768),
        TestCase("c7g.large", 2048, 4096),
        TestCase("m7i-flex.xlarge", 4096, 16_384),
        TestCase("r6g.12xlarge", 49_152, 393_216),
        TestCase("m8g.medium", 1024, 4096)
    ]
    public void CPU_and_memory_follow_from_the_name(string name, int cpu, int memoryMiB) =>
        Assert.That(new InstanceType(name).Shape, Is.EqualTo((cpu, memoryMiB)));

    [TestCase("g5.xlarge"), TestCase("t3.huge"), TestCase("m5.metal")]
    public void Of_other_families_and_sizes_nothing_is_claimed(string name)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(new InstanceType(name).IsSound, Is.True);
            Assert.That(new InstanceType(name).Shape, Is.Null);
        }
    }

    [TestCase("t3.medium", false), TestCase("t4g.medium", true), TestCase("m7gd.large", true), TestCase("g5.xlarge", false)]
    public void Graviton_is_a_letter_behind_the_generation(string name, bool isArm) =>
        Assert.That(new InstanceType(name).Architecture == CpuArchitecture.Arm64, Is.EqualTo(isArm));

    [TestCase(""), TestCase("medium"), TestCase("t3"), TestCase("T3.medium"), TestCase("t3.medium\n")]
    public void Other_texts_are_no_types(string name) => Assert.That(new InstanceType(name).IsSound, Is.False);
}
