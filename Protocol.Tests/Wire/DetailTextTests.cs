using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Protocol.Wire;

namespace Protocol.Tests.Wire;

public sealed class DetailTextTests
{
    [TestCase("plain text, ~ and all", "plain text, ~ and all")]
    [TestCase("100 %", "100 %25")]
    [TestCase("a\r\nb", "a%0D%0Ab")]
    [TestCase("é", "%C3%A9")]
    [TestCase("😀", "%F0%9F%98%80")]
    [TestCase("\x7f", "%7F")]
    public void What_a_header_cannot_hold_is_escaped(string detail, string encoded)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(DetailText.Encode(detail), Is.EqualTo(encoded));
            Assert.That(DetailText.Decode(encoded), Is.EqualTo(detail));
        }
    }

    [TestCase("50%")]
    [TestCase("50%2")]
    [TestCase("50%zz off")]
    public void What_is_no_escape_is_kept(string encoded) => Assert.That(DetailText.Decode(encoded), Is.EqualTo(encoded));

    [Test]
    public void Every_text_survives_but_for_halves_of_characters() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<UnicodeString>(),
                text =>
                    DetailText.Decode(DetailText.Encode(text.Get)) == Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Get))
            )
            .QuickCheckThrowOnFailure();

    [TestCase('x')]
    [TestCase('%')]
    [TestCase('日')]
    public void A_long_text_is_cut_between_characters(char character)
    {
        var encoded = DetailText.Encode(new string(character, 50_000));
        var decoded = DetailText.Decode(encoded);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(encoded, Has.Length.InRange(GrpcLimits.MaxDetailBytes - 20, GrpcLimits.MaxDetailBytes));
            Assert.That(decoded, Does.EndWith(" ... (cut)"));
            Assert.That(decoded[..^10], Is.EqualTo(new string(character, decoded.Length - 10)));
        }
    }
}
