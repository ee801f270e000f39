using Engine.Values;
using Infra.Cli.Output;
using Review.Changes;
using static Infra.Cli.Tests.Output.Plans;

namespace Infra.Cli.Tests.Output;

public sealed class TextTests
{
    [TestCase("10.0.0.0/16", "10.0.0.0/16")]
    [TestCase("", "\"\"")]
    [TestCase("7", "\"7\"")]
    [TestCase("true", "\"true\"")]
    [TestCase("[secret]", "\"[secret]\"")]
    [TestCase("?", "\"?\"")]
    [TestCase(" x", "\" x\"")]
    [TestCase("two\nlines", "\"two\\nlines\"")]
    [TestCase("say \"no\"", "say \"no\"")]
    public void A_text_that_would_read_as_something_else_is_quoted(string text, string shown) =>
        Assert.That(ValueText.Of(new StringValue(text)), Is.EqualTo(shown));

    [Test]
    public void Values_are_one_line_and_keep_secrets_and_unknowns()
    {
        var value = Map(
            ("a", new object[] { 1, 2.5, true, "x, y", UnknownValue.Instance }),
            ("b", new SecretValue(new StringValue("hunter2"))),
            ("c", null)
        );
        Assert.That(ValueText.Of(value), Is.EqualTo("{a: [1, 2.5, true, \"x, y\", ?], b: [secret], c: (none)}"));
        Assert.That(ValueText.Short(value, 10), Is.EqualTo("{a: [1, 2…"));
    }

    [TestCase("tags.Name", "shop")]
    [TestCase("tags[\"a.b\"]", "dotted")]
    [TestCase("rules[1].port", "443")]
    [TestCase("rules[2].port", null)]
    [TestCase("tags.none.deeper", null)]
    [TestCase("hidden.inside", "[secret]")]
    [TestCase("later[0]", "?")]
    public void A_path_of_a_diff_finds_its_value(string path, string? shown)
    {
        var root = Map(
            ("tags", Map(("Name", "shop"), ("a.b", "dotted"))),
            ("rules", new object[] { Map(("port", 80)), Map(("port", 443)) }),
            ("hidden", new SecretValue(Map(("inside", "hunter2")))),
            ("later", UnknownValue.Instance)
        );
        var found = root.At(path);
        Assert.That(found is null ? null : ValueText.Of(found), Is.EqualTo(shown));
    }

    [TestCase("aws:ec2/vpc:Vpc", "aws:ec2:Vpc")]
    [TestCase("random:index/randomPet:RandomPet", "random:index:RandomPet")]
    [TestCase("idp:network:IdpNetwork", "idp:network:IdpNetwork")]
    [TestCase("pulumi:providers:aws", "pulumi:providers:aws")]
    public void Types_are_shown_without_their_file(string token, string shown) =>
        Assert.That(Names.Type(token), Is.EqualTo(shown));

    [TestCase("shop", "shop-vpc", "…-vpc")]
    [TestCase("shop", "shopping", "shopping")]
    [TestCase("shop", "shop-", "shop-")]
    [TestCase("shop", "other-vpc", "other-vpc")]
    public void A_childs_name_drops_what_its_parent_says(string parent, string name, string shown) =>
        Assert.That(Names.Below(parent, name), Is.EqualTo(shown));

    [TestCase(0.31, "0.31 s")]
    [TestCase(12.36, "12.4 s")]
    [TestCase(200, "3 min 20 s")]
    public void Times_have_the_digits_that_matter(double seconds, string shown) =>
        Assert.That(Words.Time(TimeSpan.FromSeconds(seconds)), Is.EqualTo(shown));

    [Test]
    public void A_row_is_cut_to_the_window_and_a_message_never_is()
    {
        var line = new Line().Add("0123456789").PadTo(12).Add("abc");
        Assert.That(Screens.Of(terminal => terminal.WriteLine(line), width: 8), Is.EqualTo("0123456…\n"));
        Assert.That(Screens.Of(terminal => terminal.WriteLine(line, cut: false), width: 8), Is.EqualTo("0123456789  abc\n"));
        Assert.That(Screens.Of(terminal => terminal.WriteLine(line), width: 15), Is.EqualTo("0123456789  abc\n"));
    }

    [Test]
    public void Spaces_at_the_end_of_a_line_are_left_out() =>
        Assert.That(
            Screens.Of(terminal => terminal.WriteLine(new Line().Add("a  ").Add("  b  ").Add("   "))),
            Is.EqualTo("a    b\n")
        );

    [Test]
    public void Colour_wraps_the_text_and_not_the_spaces_around_it() =>
        Assert.That(
            Screens.Of(terminal => terminal.WriteLine(new Line().Add("a ", Style.Danger).Add("b")), colour: true),
            Is.EqualTo("\e[1;31ma\e[0m b\n")
        );
}
