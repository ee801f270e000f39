using Engine.Schemas;
using Engine.Values;

namespace Engine.Tests.Schemas;

public sealed class InputCheckerTests
{
    private static readonly (string, object?) Must = ("must", "m");

    private static IReadOnlyList<string> Problems(params (string Key, object? Value)[] inputs) =>
        [.. InputChecker.Check(ThingSchema.Thing, V.Map([Must, .. inputs])).Select(problem => problem.ToString())];

    private static IEnumerable<TestCaseData> Accepted()
    {
        yield return new("size", 5) { TestName = "whole number" };
        yield return new("size", "5") { TestName = "text of a whole number" };
        yield return new("weight", "1.5") { TestName = "text of a number" };
        yield return new("on", "true") { TestName = "text of a truth value" };
        yield return new("title", 5) { TestName = "number for a text" };
        yield return new("title", true) { TestName = "truth value for a text" };
        yield return new("title", null) { TestName = "null" };
        yield return new("tags", V.Map(("a", "b"), ("n", null))) { TestName = "map" };
        yield return new("tags", V.Map(("a", V.Unknown))) { TestName = "map with unknown" };
        yield return new("rules", V.List(V.Map(("port", 1)), V.Unknown)) { TestName = "list with unknown" };
        yield return new("rules", V.Unknown) { TestName = "unknown" };
        yield return new("rules", V.Secret(V.List())) { TestName = "secret of the right kind" };
        yield return new("rules", V.Secret(V.Unknown)) { TestName = "secret unknown" };
        yield return new("color", "red") { TestName = "one of the listed" };
        yield return new("kind", "purple") { TestName = "anything where the list only suggests" };
        yield return new("policy", "{}") { TestName = "first option" };
        yield return new("policy", V.Map(("port", 1))) { TestName = "second option" };
        yield return new("code", new ArchiveValue(AssetSource.Path, ".", null)) { TestName = "archive" };
        yield return new("source", new AssetValue(AssetSource.Text, "x")) { TestName = "asset" };
        yield return new("source", new ArchiveValue(AssetSource.Path, ".", null)) { TestName = "archive for an asset" };
        yield return new("any", V.List(1, "a")) { TestName = "anything" };
        yield return new("role", Reference(ThingSchema.Type)) { TestName = "resource" };
        yield return new("role", "id") { TestName = "id for a resource" };
        yield return new("title", Reference(ThingSchema.Type)) { TestName = "resource for its id" };
        yield return new("mustDefault", null) { TestName = "required with a default" };
    }

    [TestCaseSource(nameof(Accepted))]
    public void Accepts(string property, object? value) => Assert.That(Problems((property, value)), Is.Empty);

    private static IEnumerable<TestCaseData> Refused()
    {
        yield return new("sise", 1, "sise: got an unknown property, want a property of t:x:Thing; did you mean size?");
        yield return new("size", "five", "size: got \"five\", want a whole number");
        yield return new("size", 1.5, "size: got 1.5, want a whole number");
        yield return new("size", true, "size: got true, want a whole number");
        yield return new("on", "yes", "on: got \"yes\", want true or false");
        yield return new("on", 1, "on: got 1, want true or false");
        yield return new("title", V.List("a"), "title: got a list of 1, want a text; take it out of the list");
        yield return new("tags", V.Map(("a.b", V.List())), "tags[\"a.b\"]: got an empty list, want a text");
        yield return new("tags", "a", "tags: got \"a\", want a map, each value a text");
        yield return new(
            "rules",
            V.Map(("port", 1)),
            "rules: got an object with port, want a list, each item an object with names, port, proto; put it in a list"
        );
        yield return new("rules", V.List(V.Map()), "rules[0].port: got nothing, want a whole number; this property is required");
        yield return new("rules", V.List(V.Map(("port", "x"))), "rules[0].port: got \"x\", want a whole number");
        yield return new(
            "rules",
            V.List(V.Map(("port", 1), ("prot", "x"))),
            "rules[0].prot: got an unknown property, want a property of t:x/Rule:Rule; did you mean port?"
        );
        yield return new(
            "rules",
            V.List(V.Map(("port", 1), ("names", V.List(V.Map())))),
            "rules[0].names[0]: got an empty object, want a text"
        );
        yield return new("color", "rde", "color: got \"rde\", want one of red, green; did you mean red?");
        yield return new("policy", V.Map(("port", "x")), "policy.port: got \"x\", want a whole number");
        yield return new("policy", V.List(), "policy: got an empty list, want a text or an object with names, port, proto");
        yield return new("code", new AssetValue(AssetSource.Text, "x"), "code: got an asset, want an archive");
        yield return new(
            "role",
            Reference("t:x:Other"),
            "role: got the resource n (t:x:Other), want a resource of type t:x:Thing"
        );
        yield return new("role", 5, "role: got 5, want a resource of type t:x:Thing");
        yield return new("size", V.Secret("hunter2"), "size: got [secret], want a whole number; the secret is of another kind");
        yield return new(
            "tags",
            V.Map(("hunter", V.Secret(V.List("hunter2")))),
            "tags.hunter: got [secret], want a text; the secret is of another kind"
        );
    }

    [TestCaseSource(nameof(Refused))]
    public void Refuses(string property, object? value, string problem) =>
        Assert.That(Problems((property, value)), Is.EqualTo([problem]));

    [Test]
    public void Every_problem_is_told_and_only_deprecations_are_warnings()
    {
        var problems = InputChecker.Check(ThingSchema.Thing, V.Map(("old", "x"), ("size", "a"), ("nothing", 1)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(problems.Select(problem => problem.Path), Is.EqualTo(["nothing", "old", "size", "must"]));
            Assert.That(problems.Where(problem => problem.IsWarning).Select(problem => problem.Path), Is.EqualTo(["old"]));
            Assert.That(problems.Single(problem => problem.IsWarning).WayOut, Is.EqualTo("use title"));
        }
    }

    [Test]
    public void A_deprecation_without_advice_is_idle()
    {
        var problems = InputChecker.Check(ThingSchema.Thing, V.Map(("must", "x"), ("old", "x"), ("worn", "x")));

        Assert.That(
            problems.Select(problem => (problem.Path, problem.IsWarning, problem.IsIdle)),
            Is.EqualTo([("old", true, false), ("worn", true, true)])
        );
    }

    [Test]
    public void A_long_text_is_cut()
    {
        var problem = Problems(("size", new string('a', 500))).Single();

        Assert.That(problem, Has.Length.LessThan(150));
    }

    [TestCase("retries", "5", true)]
    [TestCase("retries", "\"five\"", false)]
    [TestCase("retries", "five", false)]
    [TestCase("tags", "{\"a\":\"b\"}", true)]
    [TestCase("tags", "[]", false)]
    [TestCase("region", "eu-west-1", true)]
    [TestCase("version", "1.2.3", true)]
    [TestCase("regoin", "x", false)]
    public void Providers_take_their_settings_as_json_texts(string property, string text, bool accepted)
    {
        var problems = InputChecker.Check(ThingSchema.Library.Resource("pulumi:providers:t")!, V.Map((property, text)));

        Assert.That(problems, accepted ? Is.Empty : Has.Count.EqualTo(1));
    }

    private static ResourceReferenceValue Reference(string type) => new($"urn:pulumi:s::p::{type}::n", V.Unknown, "");
}
