using Engine.Model;
using Engine.Planning;
using Engine.Tests.Documents;
using static Engine.Tests.Planning.PlannerBench;

namespace Engine.Tests.Planning;

public sealed class ProtectionTests
{
    [TestCase(true, true, true)]
    [TestCase(true, false, false)]
    [TestCase(false, true, false)]
    public void Replacing_what_is_protected_before_and_after_is_an_error_and_still_shown(bool before, bool after, bool refused)
    {
        var bench = new PlannerBench(Old("a", ("name", "x")) with { Protect = before });

        var step = bench.Register(Goal("a", ("name", "y")) with { Protect = after });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(step.Op, Is.EqualTo(StepOp.Replace));
            Assert.That(bench.Said.Any(it => it.Severity == Severity.Error), Is.EqualTo(refused));
        }
    }

    [Test]
    public void Every_protected_deletion_is_an_error()
    {
        var bench = new PlannerBench(Old("a") with { Protect = true }, Old("b") with { Protect = true }, Old("c"));

        bench.Finish();

        Assert.That(
            bench.Said.Select(it => (it.Severity, it.Urn)),
            Is.EqualTo([(Severity.Error, States.Urn("b")), (Severity.Error, States.Urn("a"))])
        );
    }

    [Test]
    public void Ignoring_protection_lifts_both()
    {
        var bench = new PlannerBench(Old("a", ("name", "x")) with { Protect = true }, Old("b") with { Protect = true })
        {
            Options = new() { IgnoreProtect = true },
        };

        bench.Register(Goal("a", ("name", "y")) with { Protect = true });
        bench.Finish();

        Assert.That(bench.Said, Is.Empty);
    }

    [Test]
    public void Replacing_an_import_is_warned_of()
    {
        var bench = new PlannerBench(Old("a", ("name", "x")) with { ImportId = "i" });

        bench.Register(Goal("a", ("name", "y")) with { ImportId = "i" });

        Assert.That(
            bench.Said.Single(),
            Has.Property("Severity").EqualTo(Severity.Warning).And.Property("Message").Contains("was imported")
        );
    }

    [TestCase(false, 2)]
    [TestCase(true, 0)]
    public void Losing_data_is_warned_of_unless_the_real_thing_is_retained(bool retained, int warnings)
    {
        ResourceState Bucket(string name) =>
            States.Of("aws:s3/bucket:Bucket", name).Deployed() with
            {
                RetainOnDelete = retained,
            };
        var bench = new PlannerBench(Bucket("a"), Bucket("b"), Old("c")) { Options = new() { Replace = [Bucket("a").Urn] } };

        bench.Register(Bucket("a"));
        bench.Finish();

        Assert.That(
            bench.Said.Where(it =>
                it.Severity == Severity.Warning && it.Message.EndsWith("it loses the objects in it", StringComparison.Ordinal)
            ),
            Has.Exactly(warnings).Items
        );
    }
}
