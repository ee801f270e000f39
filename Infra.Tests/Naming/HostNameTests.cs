using Infra.Naming;

namespace Infra.Tests.Naming;

public sealed class HostNameTests
{
    [TestCase("example.com", ExpectedResult = true)]
    [TestCase("a.b-c.example.co", ExpectedResult = true)]
    [TestCase("localhost", ExpectedResult = false)]
    [TestCase("Example.com", ExpectedResult = false)]
    [TestCase("-a.example.com", ExpectedResult = false)]
    [TestCase("https://example.com", ExpectedResult = false)]
    [TestCase("example.com/", ExpectedResult = false)]
    [TestCase("example.c0m", ExpectedResult = false)]
    public bool Which_texts_are_hosts(string text) => HostName.IsSound(text);

    [TestCase("mail", ExpectedResult = true)]
    [TestCase("m-1", ExpectedResult = true)]
    [TestCase("m.1", ExpectedResult = false)]
    [TestCase("m-", ExpectedResult = false)]
    public bool Which_texts_are_parts_of_one(string text) => HostName.IsLabel(text);

    [Test]
    public void A_part_has_63_letters_at_most()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(HostName.IsLabel(new string('x', 63)), Is.True);
            Assert.That(HostName.IsLabel(new string('x', 64)), Is.False);
        }
    }
}
