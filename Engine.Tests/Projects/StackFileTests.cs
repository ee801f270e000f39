using Engine.Projects;
using FsCheck;
using FsCheck.Fluent;

namespace Engine.Tests.Projects;

public sealed class StackFileTests
{
    [Test]
    public void A_missing_or_empty_file_sets_nothing()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(StackFile.Load(Files.Project(), "nowhere").Config, Is.Empty);
            Assert.That(Files.Stack("").Config, Is.Empty);
            Assert.That(Files.Stack("# nothing\n").Config, Is.Empty);
            Assert.That(Files.Stack("config:\n").Config, Is.Empty);
        }
    }

    [Test]
    public void Keys_get_their_namespace()
    {
        var stack = Files.Stack("config:\n  replicas: 1\n  aws:region: x\n  old:config:key: y\n");

        Assert.That(stack.Config.Keys, Is.EqualTo(["aws:region", "old:key", "shop:replicas"]));
    }

    [Test]
    public void Every_key_knows_its_line_at_any_depth()
    {
        var stack = Files.Stack(
            """
            config:
              aws:region: x
              shop:settings:
                network:
                  cidr: 10.0.0.0/16
                  zones:
                    - a
                    - name: b
                a.b: 1
            """
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(stack.LineOf("aws:region"), Is.EqualTo(2));
            Assert.That(stack.LineOf("shop:settings"), Is.EqualTo(3));
            Assert.That(stack.LineOf("shop:settings.network.cidr"), Is.EqualTo(5));
            Assert.That(stack.LineOf("shop:settings.network.zones[0]"), Is.EqualTo(7));
            Assert.That(stack.LineOf("shop:settings.network.zones[1].name"), Is.EqualTo(8));
            Assert.That(stack.LineOf("shop:settings[\"a.b\"]"), Is.EqualTo(9));
            Assert.That(stack.LineOf("shop:settings.network.mask"), Is.Null);
            Assert.That(stack.LineOf("shop:settings.network.zones[2]"), Is.Null);
            Assert.That(stack.LineOf("nothing"), Is.Null);
        }
    }

    [TestCase("confg: {}", "confg (line 1): unknown key; did you mean config?")]
    [TestCase("config: []", "config (line 1): got a list of 0, want a map of configuration keys")]
    [TestCase("config: {'a:b:c': 1}", "config.a:b:c (line 1): got a key of no known form, want name or namespace:name")]
    [TestCase("config: {'a::b': 1}", "config.a::b (line 1): got a key of no known form")]
    [TestCase(
        "config: {a: 1, 'shop:config:a': 2}",
        "config.shop:config:a (line 1): shop:a is there twice, first in line 1; keep one"
    )]
    [TestCase("config:\n  a: 1\n  a: 2", "line 3: a is there twice, first in line 2; keep one")]
    [TestCase("config:\n  a: {x: 1, x: 2}", "line 2: x is there twice, first in line 2; keep one")]
    [TestCase("config:\n  a: *nowhere", "line 2, column 6: *nowhere names no value before it")]
    [TestCase("config: {}\n---\nconfig: {}", "line 2: got a second document, want one")]
    [TestCase("encryptionsalt: 5", "encryptionsalt (line 1): got 5, want a text; put it in quotes")]
    public void What_no_stack_file_can_say_is_refused(string text, string problem) =>
        Assert.That(Files.Problems(() => Files.Stack(text)), Has.Some.StartsWith(problem));

    [Test]
    public void Environments_and_empty_values_get_a_warning()
    {
        var stack = Files.Stack("environment: [shop/dev]\nconfig:\n  a:\n");

        Assert.That(
            stack.Warnings,
            Is.EqualTo([
                "environment (line 1): Pulumi Cloud is not asked, its values are missing here",
                "shop:a (line 3): got no value, which is the empty text; write \"\" if that is meant",
            ])
        );
    }

    [Test]
    public void Aliases_that_multiply_without_end_are_refused()
    {
        var lines = Enumerable
            .Range(1, 12)
            .Select(level => $"  a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]");
        var text = "config:\n  a0: &a0 [1, 2]\n" + string.Join("\n", lines);

        Assert.That(Files.Problems(() => Files.Stack(text)).Single(), Does.Contain("More than 1,000,000 values"));
    }

    [Test]
    public void Anchors_and_merges_mean_what_they_stand_for()
    {
        var config = Files.Load("", "config:\n  a: &a {x: 1, y: 2}\n  b: {<<: *a, y: 3}\n  c: *a\n");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(config.Entries["shop:b"].Text, Is.EqualTo("""{"x":1,"y":3}"""));
            Assert.That(config.Entries["shop:c"].Text, Is.EqualTo("""{"x":1,"y":2}"""));
        }
    }

    [Test]
    public void Nesting_without_end_is_refused() =>
        Assert.That(
            Files.Problems(() => Files.Stack($"config: {new string('[', 100_000)}")).Single(),
            Does.EndWith("More than 200 levels")
        );

    [Test]
    public void Whatever_is_in_a_file_it_is_read_or_refused() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<string>().Generator.Zip(Gen.Elements(Pieces).ListOf()).ToArbitrary(),
                both =>
                {
                    try
                    {
                        Files.Stack($"config:\n  a: {string.Concat(both.Item2)}{both.Item1}");
                    }
                    catch (InputException error)
                    {
                        Assert.That(error.Problems, Is.Not.Empty);
                    }
                }
            )
            .QuickCheckThrowOnFailure();

    private static readonly string[] Pieces =
    [
        "{",
        "}",
        "[",
        "]",
        ": ",
        "- ",
        "\n  ",
        "'",
        "\"",
        "&x ",
        "*x",
        "!!str ",
        "? ",
        "| ",
        "# ",
        "a",
        "1",
        "%",
        "\t",
        ",",
    ];
}
