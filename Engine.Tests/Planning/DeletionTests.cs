using System.Collections.Immutable;
using Engine.Model;
using Engine.Planning;
using Engine.Tests.Documents;
using static Engine.Tests.Planning.PlannerBench;

namespace Engine.Tests.Planning;

public sealed class DeletionTests
{
    private static ResourceState Needs(ResourceState state, string property, params string[] names) =>
        state with
        {
            Dependencies = [.. names.Select(name => States.Urn(name))],
            PropertyDependencies = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add(
                property,
                [.. names.Select(name => States.Urn(name))]
            ),
        };

    private static ResourceState Other(string name, string property, params string[] names) =>
        Needs(States.Of("t:x:Other", name, (property, "x")).Deployed(), property, [.. names]);

    [Test]
    public void What_depends_on_a_resource_goes_before_it()
    {
        var steps = new PlannerBench(
            States.Stack(),
            States.DefaultProvider(),
            Old("a"),
            Needs(Old("b"), "size", "a"),
            Old("c") with
            {
                DeletedWith = States.Urn("b"),
            },
            Old("d") with
            {
                ReplaceWith = [States.Urn("c")],
            }
        ).Finish();

        Assert.That(steps.Select(step => step.Old!.Name), Is.EqualTo(["d", "c", "b", "a", "default_1_2_3", "shop-dev"]));
    }

    [Test]
    public void Depending_on_a_component_is_depending_on_its_children()
    {
        var component = States.Thing("c") with { Custom = false, Provider = null };
        var nested = component with { Urn = States.Urn("n"), Parent = component.Urn };
        var child = Old("child") with { Parent = nested.Urn, Provider = null };
        var user = Old("user") with { Dependencies = [component.Urn], Provider = null };

        var order = new PlannerBench(component, nested, child, user).Finish().Select(step => step.Old!.Name).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(order.IndexOf("user"), Is.LessThan(order.IndexOf("child")));
            Assert.That(order.IndexOf("child"), Is.LessThan(order.IndexOf("n")));
            Assert.That(order[^1], Is.EqualTo("c"));
        }
    }

    [Test]
    public void A_delete_first_replacement_takes_with_it_what_cannot_stand_without_it()
    {
        var bench = new PlannerBench(
            Old("a", ("name", "x")),
            Other("must", "thing", "a"),
            Other("chained", "thing"),
            Other("loose", "loose", "a"),
            Old("bare") with
            {
                Dependencies = [States.Urn("a")],
            },
            Old("with") with
            {
                DeletedWith = States.Urn("a"),
            }
        );
        ResourceState Goal_(ResourceState old) => old with { Id = null };

        var first = bench.Register(Goal("a", ("name", "y")) with { DeleteBeforeReplace = true });
        var must = bench.Register(Goal_(Other("must", "thing", "a")));
        var loose = bench.Register(Goal_(Other("loose", "loose", "a")));
        var bare = bench.Register(Goal("bare") with { Dependencies = [States.Urn("a")] });
        var with = bench.Register(Goal("with") with { DeletedWith = States.Urn("a") });

        using (Assert.EnterMultipleScope())
        {
            Assert.That((first.Op, first.New!.DeleteBeforeReplace), Is.EqualTo((StepOp.Replace, (bool?)true)));
            Assert.That(
                (must.Op, must.New!.DeleteBeforeReplace, must.DetailedDiff),
                Is.EqualTo((StepOp.Replace, (bool?)true, (object?)null))
            );
            Assert.That(loose.Op, Is.EqualTo(StepOp.Same));
            Assert.That(bare.Op, Is.EqualTo(StepOp.Same));
            Assert.That(with.Op, Is.EqualTo(StepOp.Replace));
        }
    }

    [Test]
    public void The_taking_goes_on_along_the_chain()
    {
        var second = States.Of("t:x:Other", "second", ("thing", "x")).Deployed();
        second = second with
        {
            PropertyDependencies = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add(
                "thing",
                [States.Urn("first", "t:x:Other")]
            ),
        };
        var bench = new PlannerBench(Old("a", ("name", "x")), Other("first", "thing", "a"), second);
        bench.Register(Goal("a", ("name", "y")) with { DeleteBeforeReplace = true });

        Assert.That(bench.Register(second with { Id = null }).Op, Is.EqualTo(StepOp.Replace));
    }

    [Test]
    public void What_was_handled_already_is_not_taken()
    {
        var bench = new PlannerBench(Old("a", ("name", "x")), Other("must", "thing", "a") with { Dependencies = [] });
        var early = bench.Register(Other("must", "thing", "a"));

        bench.Register(Goal("a", ("name", "y")) with { DeleteBeforeReplace = true });

        Assert.That((early.Op, bench.Finish().Length), Is.EqualTo((StepOp.Same, 0)));
    }

    [Test]
    public void What_was_taken_and_is_not_registered_stays_deleted()
    {
        var bench = new PlannerBench(Old("a", ("name", "x")), Other("must", "thing", "a"));
        bench.Register(Goal("a", ("name", "y")) with { DeleteBeforeReplace = true });

        Assert.That(bench.Finish().Select(step => (step.Op, step.Old!.Name)), Is.EqualTo([(StepOp.Delete, "must")]));
    }

    [Test]
    public void A_protected_dependent_stops_it()
    {
        var bench = new PlannerBench(Old("a", ("name", "x")), Other("must", "thing", "a") with { Protect = true });

        bench.Register(Goal("a", ("name", "y")) with { DeleteBeforeReplace = true });

        Assert.That(
            bench.Said.Single(),
            Has.Property("Severity").EqualTo(Severity.Error).And.Property("Urn").EqualTo(States.Urn("must", "t:x:Other"))
        );
    }
}
