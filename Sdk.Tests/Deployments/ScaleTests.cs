using Pulumi;
using Sdk.Tests.Support;

namespace Sdk.Tests.Deployments;

public sealed class ScaleTests
{
    [Test]
    public async Task A_resource_costs_the_same_in_a_big_stack_as_in_a_small_one()
    {
        await BytesAResourceAsync(100); // what is made once per class is not counted

        var (small, big) = (await BytesAResourceAsync(300), await BytesAResourceAsync(3_000));

        Assert.That(big, Is.LessThan(small * 1.3), $"{small:N0} bytes each in a stack of 300, {big:N0} in one of 3,000");
    }

    private static async Task<double> BytesAResourceAsync(int count)
    {
        var engine = new FakeEngine();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await engine.RunAsync(() =>
        {
            var last = Output.Create("first");
            for (var i = 0; i < count; i++)
            {
                var thing = new Thing(
                    $"thing-{i}",
                    new()
                    {
                        Name = "n",
                        List = { "a", last },
                        Map = { ["k"] = "v" },
                    }
                );
                last = i % 10 == 0 ? thing.Id : last;
            }
        });
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)count;
    }
}
