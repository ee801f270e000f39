using Engine.Planning;
using Engine.Values;

namespace Engine.Tests.Planning;

public sealed class IgnoredChangesTests
{
    private static readonly ObjectValue Old = V.Map(
        ("a", 1),
        ("tags", V.Map(("x", "old"), ("y", "old"))),
        ("rules", V.List(V.Map(("port", 1)), V.Map(("port", 2)))),
        ("secret", V.Secret(V.Map(("p", "old"))))
    );

    private static readonly ObjectValue New = V.Map(
        ("a", 2),
        ("b", 3),
        ("tags", V.Map(("x", "new"), ("z", "new"))),
        ("rules", V.List(V.Map(("port", 8), ("proto", "t")), V.Map(("port", 9)), V.Map(("port", 10)))),
        ("secret", V.Secret(V.Map(("p", "new"), ("q", "new"))))
    );

    private static IEnumerable<TestCaseData> Paths()
    {
        yield return new("a", New.With("a", 1));
        yield return new("b", New.Without("b"));
        yield return new("tags.x", New.With("tags", V.Map(("x", "old"), ("z", "new"))));
        yield return new("tags.y", New.With("tags", V.Map(("x", "new"), ("y", "old"), ("z", "new"))));
        yield return new("tags.z", New.With("tags", V.Map(("x", "new"))));
        yield return new("tags.*", New.With("tags", V.Map(("x", "old"), ("y", "old"))));
        yield return new("tags", New.With("tags", V.Map(("x", "old"), ("y", "old"))));
        yield return new("rules[0]", New.With("rules", V.List(V.Map(("port", 1)), V.Map(("port", 9)), V.Map(("port", 10)))));
        yield return new(
            "rules[*].port",
            New.With("rules", V.List(V.Map(("port", 1), ("proto", "t")), V.Map(("port", 2)), V.Map()))
        );
        yield return new("secret.p", New.With("secret", V.Secret(V.Map(("p", "old"), ("q", "new")))));
        yield return new("absent", New);
        yield return new("absent.deeper", New);
        yield return new("not[a path", New);
    }

    [TestCaseSource(nameof(Paths))]
    public void Ignoring_gives(string path, ObjectValue result) =>
        Assert.That(IgnoredChanges.Apply(Old, New, [path], cannot => Assert.Fail($"cannot {cannot}")), Is.EqualTo(result));

    [TestCase("rules[2]", TestName = "an item the old list has not")]
    [TestCase("a.deeper", TestName = "below a number")]
    [TestCase("tags[0]", TestName = "an item of a map")]
    public void What_would_change_the_shape_is_told_and_left(string path)
    {
        var told = new List<string>();

        var result = IgnoredChanges.Apply(Old, New, [path], told.Add);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(told, Is.EqualTo([path]));
            Assert.That(result, Is.EqualTo(New));
        }
    }

    [Test]
    public void A_level_the_program_no_longer_has_is_not_made()
    {
        var told = new List<string>();

        IgnoredChanges.Apply(Old, New.Without("tags"), ["tags.x"], told.Add);

        Assert.That(told, Is.EqualTo(["tags.x"]));
    }
}

internal static class ObjectEdits
{
    public static ObjectValue With(this ObjectValue map, string key, object? value) =>
        new(map.Properties.SetItem(key, V.Of(value)));

    public static ObjectValue Without(this ObjectValue map, string key) => new(map.Properties.Remove(key));
}
