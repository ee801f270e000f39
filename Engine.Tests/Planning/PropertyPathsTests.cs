using Engine.Planning;
using Engine.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Engine.Tests.Planning;

public sealed class PropertyPathsTests
{
    [TestCase("a", "a")]
    [TestCase("a.b[0].c", "a|b|0|c")]
    [TestCase("tags[\"a.b\"]", "tags|a.b")]
    [TestCase("[\"a\"].b", "a|b")]
    [TestCase("a[\"x\\\"y\"]", "a|x\"y")]
    [TestCase("a[\"x\\y\"]", "a|x\\y")]
    [TestCase("a[*].b", "a|*|b")]
    [TestCase("*", "*")]
    [TestCase("a.*", "a|*")]
    [TestCase("[3]", "3")]
    [TestCase("", null)]
    [TestCase(".a", null)]
    [TestCase("a.", null)]
    [TestCase("a..b", null)]
    [TestCase("a[", null)]
    [TestCase("a[x]", null)]
    [TestCase("a[-1]", null)]
    [TestCase("a[\"x]", null)]
    [TestCase("a[0]b", null)]
    [TestCase("a\"b", null)]
    public void A_path_is_read_as(string path, string? elements) =>
        Assert.That(
            PropertyPaths.Parse(path) is { } parsed
                ? string.Join('|', parsed.Select(it => it.IsWildcard ? "*" : it.Key ?? $"{it.Index}"))
                : null,
            Is.EqualTo(elements)
        );

    [TestCase("spec", "spec.a[0]", true)]
    [TestCase("spec", "spec", true)]
    [TestCase("spec", "special", false)]
    [TestCase("spec.a", "spec", false)]
    [TestCase("*", "anything[0]", true)]
    [TestCase("rules[*].port", "rules[7].port", true)]
    [TestCase("rules[*].port", "rules[7].proto", false)]
    [TestCase("tags.*", "tags[\"a.b\"]", true)]
    public void A_pattern_covers_what_begins_with_it(string pattern, string path, bool covers) =>
        Assert.That(
            PropertyPaths.Covers(PropertyPaths.Parse(pattern)!.Value, PropertyPaths.Parse(path)!.Value),
            Is.EqualTo(covers)
        );

    [Test]
    public void What_is_written_reads_back()
    {
        var key = Gen.Elements("a", "b c", "x.y", "[0]", "q\"q", "é").Select(text => new PathElement(text));
        var index = Gen.Choose(0, 1000).Select(number => new PathElement(number));
        var paths = Gen.OneOf(key, index, Gen.Constant(PathElement.Any)).ListOf().Where(path => path.Count > 0);

        Prop.ForAll(paths.ToArbitrary(), path => PropertyPaths.Parse(PropertyPaths.Format(path))!.Value.SequenceEqual(path))
            .QuickCheckThrowOnFailure();
    }

    [Test]
    public void The_writer_of_paths_agrees()
    {
        var path = PropertyPath.Key(PropertyPath.Index(PropertyPath.Key("", "rules"), 2), "a.b");

        Assert.That(PropertyPaths.Format(PropertyPaths.Parse(path)!.Value), Is.EqualTo("rules[2][\"a.b\"]").And.EqualTo(path));
    }
}
