using Infra.Data;

namespace Infra.Tests.Data;

public sealed class InstanceShapeTests
{
    [TestCase("db.t3.micro", 2, 1, 112)]
    [TestCase("db.t4g.small", 2, 2, 225)]
    [TestCase("db.t3.medium", 2, 4, 450)]
    [TestCase("db.t3.large", 2, 8, 901)]
    [TestCase("db.t4g.2xlarge", 8, 32, 3604)]
    [TestCase("db.m7g.large", 2, 8, 901)]
    [TestCase("db.r6g.large", 2, 16, 1802)]
    [TestCase("db.r6g.xlarge", 4, 32, 3604)]
    [TestCase("db.r7g.16xlarge", 64, 512, 5000)]
    public void A_class_has_the_shape_that_AWS_says(string name, int cpus, int memory, int connections)
    {
        var shape = InstanceShape.Of(name)!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((shape.VCpus, shape.MemoryGiB), Is.EqualTo((cpus, memory)));
            Assert.That(shape.MostConnections, Is.EqualTo(connections));
        }
    }

    [TestCase("db.x2g.large")]
    [TestCase("db.r6g.medium")]
    [TestCase("t3.micro")]
    public void Of_others_nothing_is_said(string name) => Assert.That(InstanceShape.Of(name), Is.Null);
}
