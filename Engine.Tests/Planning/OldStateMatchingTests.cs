using System.Collections.Immutable;
using Engine.Model;
using Engine.Planning;
using Engine.Tests.Documents;
using static Engine.Tests.Planning.PlannerBench;

namespace Engine.Tests.Planning;

public sealed class OldStateMatchingTests
{
    [Test]
    public void An_alias_finds_the_old_state_and_only_the_one_that_matched_stays()
    {
        var bench = new PlannerBench(Old("before", ("size", 1)));

        var step = bench.Register(Goal("now", ("size", 1)) with { Aliases = [States.Urn("never"), States.Urn("before")] });

        using (Assert.EnterMultipleScope())
        {
            Assert.That((step.Op, step.Urn, step.Old!.Urn), Is.EqualTo((StepOp.Same, States.Urn("now"), States.Urn("before"))));
            Assert.That(step.New!.Aliases, Is.EqualTo([States.Urn("before")]));
            Assert.That(bench.Finish(), Is.Empty);
        }
    }

    [Test]
    public void The_present_urn_comes_before_any_alias()
    {
        var step = new PlannerBench(Old("before"), Old("now")).Register(Goal("now") with { Aliases = [States.Urn("before")] });

        Assert.That((step.Old!.Name, step.New!.Aliases.Length), Is.EqualTo(("now", 0)));
    }

    [Test]
    public void Two_cannot_claim_one_old_state()
    {
        var bench = new PlannerBench(Old("before"));
        bench.Register(Goal("a") with { Aliases = [States.Urn("before")] });

        var second = bench.Register(Goal("b") with { Aliases = [States.Urn("before")] });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(second.Op, Is.EqualTo(StepOp.Create));
            Assert.That(
                bench.Said.Single(),
                Has.Property("Severity").EqualTo(Severity.Error).And.Property("Message").Contains("claimed by " + States.Urn("a"))
            );
        }
    }

    [Test]
    public void A_copy_awaiting_deletion_is_never_matched()
    {
        var bench = new PlannerBench(Old("a") with { Delete = true });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(bench.Register(Goal("a")).Op, Is.EqualTo(StepOp.Create));
            Assert.That(bench.Finish(), Is.Empty);
        }
    }
}
