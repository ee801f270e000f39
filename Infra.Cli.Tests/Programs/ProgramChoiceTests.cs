using Engine;
using Infra.Cli.Programs;

namespace Infra.Cli.Tests.Programs;

public sealed class ProgramChoiceTests
{
    [TestCase("node index.js", "node|index.js")]
    [TestCase("  a\t b  ", "a|b")]
    [TestCase("a 'b c' \"d e\"", "a|b c|d e")]
    [TestCase("a\\ b c\\\\d", "a b|c\\d")]
    [TestCase("'it''s' x'y'z", "its|xyz")]
    [TestCase("'a\\b' \"a\\\"b\" \"it's\"", "a\\b|a\"b|it's")]
    [TestCase("'' \"\"", "|")]
    [TestCase("", "")]
    public void A_command_line_is_cut_as_a_shell_would(string command, string words) =>
        Assert.That(string.Join('|', ProgramChoice.Words(command)), Is.EqualTo(words));

    [Test]
    public void Nothing_between_quotes_is_still_a_word() => Assert.That(ProgramChoice.Words("''"), Is.EqualTo([""]));

    [TestCase("a 'b")]
    [TestCase("a \"b")]
    public void A_quote_that_stays_open_is_refused(string command) =>
        Assert.That(() => ProgramChoice.Words(command), Throws.TypeOf<InputException>().With.Message.Contain("not closed"));
}
