using Engine.Model;
using Engine.Planning;
using Engine.Tests.Documents;
using Engine.Values;

namespace Engine.Tests.Planning;

public sealed class AppendOnlyListsTests
{
    private const string Pool = "aws:cognito/userPool:UserPool";

    [Test]
    public void An_element_may_be_added_anywhere() =>
        Assert.That(
            Said(V.List(Attribute("a"), Attribute("b")), V.List(Attribute("c"), Attribute("b"), Attribute("a"))),
            Is.Empty
        );

    [Test]
    public void One_that_goes_or_changes_would_fail_the_deployment()
    {
        var said = Said(V.List(Attribute("a"), Attribute("b")), V.List(Attribute("b", "Number")));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(said.Select(it => it.Severity), Is.All.EqualTo(Severity.Error));
            Assert.That(
                said.Select(it => it.Message),
                Is.EqualTo([
                    $"{States.Urn("p", Pool)}: a of schemas would be removed, which AWS never does: the deployment would fail; "
                        + "keep it in the program, or make a new resource beside this one, which begins empty",
                    $"{States.Urn("p", Pool)}: b of schemas would be changed, which AWS never does: the deployment would fail; "
                        + "take the change back, and add another one, or make a new resource beside this one, which begins empty",
                ])
            );
        }
    }

    [Test]
    public void What_a_provider_fills_in_is_no_change() =>
        Assert.That(
            Said(
                V.List(V.Map(("name", "a"), ("type", "String"), ("required", false), ("__defaults", V.List()))),
                V.List(Attribute("a"))
            ),
            Is.Empty
        );

    [Test]
    public void What_is_not_known_yet_is_not_judged()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Said(V.List(Attribute("a")), V.Unknown), Is.Empty);
            Assert.That(Said(V.List(Attribute("a")), V.List(V.Map(("name", "a"), ("type", V.Unknown)))), Is.Empty);
            Assert.That(Said(V.List(Attribute("a")), V.List(V.Map(("name", V.Unknown)))), Is.Empty);
        }
    }

    [Test]
    public void Lists_of_other_types_may_change()
    {
        var bench = new PlannerBench(States.Thing("a", ("schemas", V.List(Attribute("a")))).Deployed());

        bench.Register(States.Thing("a", ("schemas", V.List())));

        Assert.That(bench.Said, Is.Empty);
    }

    private static List<Diagnostic> Said(object before, object now)
    {
        var bench = new PlannerBench(States.Of(Pool, "p", ("size", 1), ("schemas", before)).Deployed());
        bench.Register(States.Of(Pool, "p", ("size", 2), ("schemas", now)));
        return bench.Said;
    }

    private static ObjectValue Attribute(string name, string type = "String") => V.Map(("name", name), ("type", type));
}
