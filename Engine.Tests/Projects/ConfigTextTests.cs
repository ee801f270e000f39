namespace Engine.Tests.Projects;

public sealed class ConfigTextTests
{
    [TestCase("abc", "abc")]
    [TestCase("8080", "8080")]
    [TestCase("true", "true")]
    [TestCase("True", "true")]
    [TestCase("yes", "yes")]
    [TestCase("\"8080\"", "8080")]
    [TestCase("0x1F", "31")]
    [TestCase("0o17", "15")]
    [TestCase("017", "15")]
    [TestCase("0b101", "5")]
    [TestCase("1_000", "1000")]
    [TestCase("-7", "-7")]
    [TestCase("08", "8")]
    [TestCase("123456789012345678901234567890", "123456789012345678901234567890")]
    [TestCase("1.50", "1.5")]
    [TestCase("1e3", "1000")]
    [TestCase("1e21", "1e+21")]
    [TestCase("1e-7", "1e-7")]
    [TestCase("0.000001", "0.000001")]
    [TestCase(".5", "0.5")]
    [TestCase("10.0.0.0/16", "10.0.0.0/16")]
    [TestCase("1.2.3", "1.2.3")]
    [TestCase("!!str 12", "12")]
    [TestCase("null", "")]
    [TestCase("~", "")]
    [TestCase("\"\"", "")]
    [TestCase("2026-01-02", "2026-01-02 00:00:00 +0000 UTC")]
    [TestCase("2026-01-02T15:04:05.600Z", "2026-01-02 15:04:05.6 +0000 UTC")]
    [TestCase("2001-12-14t21:59:43.10-05:00", "2001-12-14 21:59:43.1 -0500 -0500")]
    [TestCase("\"2026-01-02\"", "2026-01-02")]
    [TestCase("{a: 1, b: [x]}", """{"a":1,"b":["x"]}""")]
    [TestCase(
        "{b: null, a: '<&>', c: 1.0, d: yes, e: false}",
        """{"a":"\u003c\u0026\u003e","b":null,"c":1,"d":"yes","e":false}"""
    )]
    [TestCase("[]", "[]")]
    [TestCase("[{}, é]", """[{},"é"]""")]
    [TestCase("{secure: [x]}", """{"secure":["x"]}""")]
    [TestCase("{secure: x, other: y}", """{"other":"y","secure":"x"}""")]
    public void A_value_is_handed_over_as(string yaml, string text)
    {
        var entry = Files.Load("", $"config:\n  k: {yaml}\n").Entries["shop:k"];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(entry.Text, Is.EqualTo(text));
            Assert.That(entry.Display, Is.EqualTo(text));
            Assert.That(entry.IsSecret, Is.False);
        }
    }
}
