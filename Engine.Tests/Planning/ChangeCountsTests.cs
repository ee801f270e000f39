using Engine.Model;
using Engine.Planning;
using Engine.Values;
using NUnit.Framework;

namespace Engine.Tests.Planning;

/// <summary>How many steps of each kind a plan has.</summary>
internal sealed class ChangeCountsTests
{
    [Test]
    public void Every_kind_is_counted_by_itself()
    {
        var all = Enum.GetValues<StepOp>();
        var counts = new ChangeCounts(all.Reverse().SelectMany((op, index) => Enumerable.Repeat(Step(op), index + 1)));
        Assert.That(
            counts.All,
            Is.EqualTo(all.Select((op, index) => new ChangeCount(op, all.Length - index))),
            "in the order of the kinds"
        );
        Assert.That(all.Select(op => counts[op]), Is.EqualTo(counts.All.Select(count => count.Count)));
    }

    [Test]
    public void A_kind_of_which_there_is_none_is_not_listed()
    {
        var counts = new ChangeCounts([Step(StepOp.Delete), Step(StepOp.Delete)]);
        Assert.That(counts.All, Is.EqualTo(new[] { new ChangeCount(StepOp.Delete, 2) }));
        Assert.That(counts[StepOp.Create], Is.Zero);
    }

    private static PlanStep Step(StepOp op)
    {
        const string Urn = "urn:pulumi:a::b::aws:s3/bucket:Bucket::c";
        var state = new ResourceState
        {
            Urn = Urn,
            Type = "aws:s3/bucket:Bucket",
            Custom = true,
            Inputs = ObjectValue.Empty,
        };
        return new()
        {
            Op = op,
            Urn = Urn,
            New = state,
        };
    }
}
