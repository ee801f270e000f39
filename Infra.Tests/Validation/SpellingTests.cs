using Infra.Validation;

namespace Infra.Tests.Validation;

public sealed class SpellingTests
{
    [
        TestCase("databse", "database"),
        TestCase("Network", "network"),
        TestCase("perAz", "per-az"),
        TestCase("natGateway", "natGateways")
    ]
    [TestCase("x", null), TestCase("completelyElse", null), TestCase("", null)]
    public void The_word_that_was_meant_is_found(string word, string? meant) =>
        Assert.That(Spelling.Nearest(word, ["database", "network", "per-az", "natGateways"]), Is.EqualTo(meant));

    [TestCase("", ""), TestCase("a", "a"), TestCase("a b", "a or b"), TestCase("a b c", "a, b or c")]
    public void Words_are_listed_as_people_list_them(string words, string list) =>
        Assert.That(Spelling.OneOf(words.Split(' ', StringSplitOptions.RemoveEmptyEntries)), Is.EqualTo(list));
}
