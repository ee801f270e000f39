using System.Collections.Immutable;
using Engine.Model;
using Engine.Planning;
using Engine.Tests.Documents;
using static Engine.Tests.Planning.PlannerBench;

namespace Engine.Tests.Planning;

public sealed class BaselinePlannerTests
{
    [Test]
    public void Without_an_old_state_it_is_created_imported_or_read()
    {
        var bench = new PlannerBench();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(bench.Register(Goal("a")), Has.Property("Op").EqualTo(StepOp.Create).And.Property("Old").Null);
            Assert.That(bench.Register(Goal("b") with { ImportId = "i" }).Op, Is.EqualTo(StepOp.Import));
            Assert.That(bench.Register(Goal("c") with { External = true, Id = "i" }).Op, Is.EqualTo(StepOp.Read));
        }
    }

    [Test]
    public void The_same_inputs_are_the_same()
    {
        var step = new PlannerBench(Old("a", ("size", 1))).Register(Goal("a", ("size", 1)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(step.Op, Is.EqualTo(StepOp.Same));
            Assert.That(step.Old!.Id, Is.EqualTo("id-a"));
            Assert.That(step.DetailedDiff, Is.Null);
        }
    }

    [Test]
    public void A_change_updates_and_says_where()
    {
        var step = new PlannerBench(Old("a", ("size", 1), ("tags", V.Map(("x", "1"), ("y", "1"))))).Register(
            Goal("a", ("size", 2), ("tags", V.Map(("x", "2"), ("y", "2"))))
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(step.Op, Is.EqualTo(StepOp.Update));
            Assert.That(step.DiffReasons, Is.EqualTo(["size", "tags"]));
            Assert.That(step.ReplaceReasons, Is.Empty);
            Assert.That(step.DetailedDiff!.Keys, Is.EqualTo(["size", "tags.x", "tags.y"]));
            Assert.That(step.DetailedDiff["size"], Is.EqualTo(new PropertyDifference(DifferenceKind.Update, InputDiff: true)));
        }
    }

    [Test]
    public void A_property_that_cannot_change_in_place_replaces()
    {
        var step = new PlannerBench(Old("a", ("name", "x"), ("size", 1))).Register(Goal("a", ("name", "y"), ("size", 2)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(step.Op, Is.EqualTo(StepOp.Replace));
            Assert.That(step.DiffReasons, Is.EqualTo(["name", "size"]));
            Assert.That(step.ReplaceReasons, Is.EqualTo(["name"]));
            Assert.That(step.DetailedDiff!["name"].Kind, Is.EqualTo(DifferenceKind.UpdateReplace));
        }
    }

    [TestCase("size", "size")]
    [TestCase("*", "size")]
    [TestCase("tags", null)]
    public void ReplaceOnChanges_upgrades_what_it_covers(string path, string? reason)
    {
        var step = new PlannerBench(Old("a", ("size", 1))).Register(Goal("a", ("size", 2)) with { ReplaceOnChanges = [path] });

        Assert.That(
            (step.Op, step.ReplaceReasons.FirstOrDefault()),
            Is.EqualTo((reason is null ? StepOp.Update : StepOp.Replace, reason))
        );
    }

    [Test]
    public void Ignored_changes_keep_the_old_inputs()
    {
        var step = new PlannerBench(Old("a", ("size", 1))).Register(Goal("a", ("size", 2)) with { IgnoreChanges = ["size"] });

        Assert.That((step.Op, step.New!.Inputs), Is.EqualTo((StepOp.Same, V.Map(("size", 1)))));
    }

    [Test]
    public void A_replacement_goes_on_with_the_raw_inputs()
    {
        var step = new PlannerBench(Old("a", ("size", 1), ("name", "x"), ("__defaults", V.List("name")))).Register(
            Goal("a", ("size", 2)) with
            {
                IgnoreChanges = ["size"],
                ReplacementTrigger = V.Unknown,
            }
        );

        Assert.That((step.Op, step.New!.Inputs), Is.EqualTo((StepOp.Replace, V.Map(("size", 2)))));
    }

    [Test]
    public void A_change_that_cannot_be_ignored_is_told()
    {
        var bench = new PlannerBench(Old("a", ("rules", V.List())));

        bench.Register(Goal("a", ("rules", V.List(V.Map()))) with { IgnoreChanges = ["rules[0]"] });

        Assert.That(
            bench.Said.Single(),
            Has.Property("Severity").EqualTo(Severity.Info).And.Property("Message").Contains("rules[0]")
        );
    }

    [Test]
    public void What_the_provider_filled_in_stays()
    {
        var step = new PlannerBench(Old("a", ("name", "a-1234"), ("size", 1), ("__defaults", V.List("name")))).Register(
            Goal("a", ("size", 2))
        );

        Assert.That((step.Op, step.New!.Inputs), Is.EqualTo((StepOp.Update, V.Map(("name", "a-1234"), ("size", 2)))));
    }

    [Test]
    public void A_component_with_changed_inputs_updates_without_details()
    {
        var old = Component("c", V.Map(("x", 1)));

        var step = new PlannerBench(old).Register(old with { Inputs = V.Map(("x", 2)) });

        Assert.That((step.Op, step.DetailedDiff, step.DiffReasons.Length), Is.EqualTo((StepOp.Update, (object?)null, 0)));
    }

    [Test]
    public void What_was_made_in_part_is_updated()
    {
        var old = Old("a") with { InitErrors = ["half"] };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(new PlannerBench(old).Register(Goal("a")).Op, Is.EqualTo(StepOp.Update));
            Assert.That(
                new PlannerBench(old).Register(Goal("a") with { ReplaceOnChanges = ["#initerror"] }).ReplaceReasons,
                Is.EqualTo(["#initerror"])
            );
        }
    }

    [TestCase("t", "t", StepOp.Same)]
    [TestCase("t", "u", StepOp.Replace)]
    [TestCase(null, "u", StepOp.Same)]
    [TestCase("t", null, StepOp.Same)]
    public void A_trigger_replaces_when_both_sides_have_one(string? before, string? now, StepOp op)
    {
        var step = new PlannerBench(Old("a") with { ReplacementTrigger = before is null ? null : V.Secret(before) }).Register(
            Goal("a") with
            {
                ReplacementTrigger = now is null ? null : V.Of(now),
            }
        );

        Assert.That((step.Op, step.ReplaceReasons.Length), Is.EqualTo((op, 0)));
    }

    [Test]
    public void Tainted_resources_and_named_targets_are_replaced()
    {
        var bench = new PlannerBench(Old("a") with { Taint = true }, Old("b"))
        {
            Options = new() { Replace = [States.Urn("b")] },
        };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(bench.Register(Goal("a")).ReplaceReasons, Is.EqualTo(["id"]));
            Assert.That(bench.Register(Goal("b")).ReplaceReasons, Is.EqualTo(["id"]));
        }
    }

    [Test]
    public void ReplaceWith_and_deletedWith_follow_a_replacement()
    {
        var bench = new PlannerBench(Old("a", ("name", "x")), Old("b"), Old("c"), Old("d"));
        bench.Register(Goal("a", ("name", "y")));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                bench.Register(Goal("b") with { ReplaceWith = [States.Urn("a")] }).ReplaceReasons,
                Is.EqualTo(["replaceWith"])
            );
            Assert.That(
                bench.Register(Goal("c") with { DeletedWith = States.Urn("b") }).ReplaceReasons,
                Is.EqualTo(["deletedWith"])
            );
            Assert.That(bench.Register(Goal("d") with { Dependencies = [States.Urn("a")] }).Op, Is.EqualTo(StepOp.Same));
        }
    }

    [Test]
    public void What_was_deleted_and_not_made_again_is_replaced() =>
        Assert.That(
            new PlannerBench(Old("a") with { PendingReplacement = true }).Register(Goal("a")).Op,
            Is.EqualTo(StepOp.Replace)
        );

    [TestCase("id-a", StepOp.Same)]
    [TestCase("other", StepOp.Replace)]
    public void An_import_is_done_once(string id, StepOp op) =>
        Assert.That(new PlannerBench(Old("a")).Register(Goal("a") with { ImportId = id }).Op, Is.EqualTo(op));

    [Test]
    public void Read_and_owned_resources_replace_each_other()
    {
        var owned = Old("a");
        var read = Old("a") with { External = true };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(new PlannerBench(read).Register(Goal("a")).Op, Is.EqualTo(StepOp.Replace));
            Assert.That(
                new PlannerBench(read).Register(Goal("a") with { External = true, Id = "id-a" }).Op,
                Is.EqualTo(StepOp.Read)
            );
            Assert.That(
                new PlannerBench(owned).Register(Goal("a") with { External = true, Id = "id-a" }).Op,
                Is.EqualTo(StepOp.Read)
            );
            Assert.That(
                new PlannerBench(owned).Register(Goal("a") with { External = true, Id = "else" }).Op,
                Is.EqualTo(StepOp.Replace)
            );
        }
    }

    [Test]
    public void What_is_no_longer_registered_is_deleted_or_let_go()
    {
        var bench = new PlannerBench(
            States.Stack(),
            States.DefaultProvider(),
            Old("a"),
            Old("b") with
            {
                External = true,
            },
            Old("c") with
            {
                PendingReplacement = true,
            }
        );
        bench.Register(States.Stack());

        var steps = bench.Finish();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                steps.Select(step => (step.Op, step.Old!.Name)),
                Is.EqualTo([(StepOp.Discard, "b"), (StepOp.Delete, "a"), (StepOp.Delete, "default_1_2_3")])
            );
            Assert.That(steps.Select(step => step.Internal), Is.EqualTo([false, false, true]));
            Assert.That(steps.Select(step => step.New), Is.All.Null);
        }
    }

    [Test]
    public void An_old_resource_is_as_linear_as_a_new_one()
    {
        var baseline = Enumerable
            .Range(0, 20_000)
            .Select(n => Old($"r{n}", ("size", n), ("tags", V.Map(("n", $"{n}")))))
            .ToArray();
        var goals = Enumerable
            .Range(0, 20_000)
            .Select(n => Goal($"r{n}", ("size", n), ("tags", V.Map(("n", $"{n + n % 2}")))))
            .ToArray();
        var bench = new PlannerBench(baseline);

        var ops = goals.Where((_, n) => n % 4 != 3).Select(goal => bench.Register(goal).Op).CountBy(op => op).ToDictionary();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ops, Is.EquivalentTo(new Dictionary<StepOp, int> { [StepOp.Same] = 10_000, [StepOp.Update] = 5_000 }));
            Assert.That(bench.Finish(), Has.Length.EqualTo(5_000));
        }
    }

    private static ResourceState Component(string name, Engine.Values.ObjectValue inputs) =>
        new()
        {
            Urn = States.Urn(name, "c:x:C"),
            Type = "c:x:C",
            Custom = false,
            Inputs = inputs,
        };
}
