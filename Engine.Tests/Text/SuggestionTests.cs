using Engine.Text;

namespace Engine.Tests.Text;

public sealed class SuggestionTests
{
    [TestCase("databse", "database")]
    [TestCase("Database", "database")]
    [TestCase("datbaase", "database")]
    [TestCase("zonse", "zones")]
    [TestCase("x", null)]
    [TestCase("completely", null)]
    public void The_nearest_known_word_is_named_only_when_it_is_near(string word, string? nearest) =>
        Assert.That(Suggestion.Nearest(word, ["database", "zones", "size"]), Is.EqualTo(nearest));

    [TestCase("kitten", "sitting", 3)]
    [TestCase("", "abc", 3)]
    [TestCase("ab", "ba", 1)]
    [TestCase("same", "same", 0)]
    public void Edits_are_counted(string left, string right, int edits) =>
        Assert.That(Suggestion.Distance(left, right), Is.EqualTo(edits));

    [Test]
    public void Without_anything_near_a_short_list_is_told_and_a_long_one_is_not()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Suggestion.For("zzz", ["b", "a"]), Is.EqualTo("known: a, b"));
            Assert.That(
                Suggestion.For("zzz", [.. Enumerable.Range(100, 40).Select(n => $"{n}")]),
                Is.EqualTo("check the spelling")
            );
            Assert.That(Suggestion.For("sise", ["size"]), Is.EqualTo("did you mean size?"));
        }
    }
}
