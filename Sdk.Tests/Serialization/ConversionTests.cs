using System.Collections.Immutable;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Pulumi;
using Sdk.Tests.Support;

namespace Sdk.Tests.Serialization;

public sealed class ConversionTests
{
    private enum Level
    {
        Low,
        High,
    }

    [EnumType]
    private readonly struct Word
    {
        private Word(string value) => Text = value;

        public string Text { get; }

        public static explicit operator string(Word word) => word.Text;
    }

    [OutputType]
    private sealed class Node
    {
        public readonly string Name;
        public readonly ImmutableArray<Node> Children;

        [OutputConstructor]
        private Node(string name, ImmutableArray<Node> children) => (Name, Children) = (name, children);
    }

    [DiscriminatedUnionDiscriminator("kind")]
    [DiscriminatedUnionCase("cat", typeof(Cat))]
    [DiscriminatedUnionCase("dog", typeof(Dog))]
    private interface IPet;

    [OutputType]
    private sealed class Cat : IPet
    {
        public readonly int Lives;

        [OutputConstructor]
        private Cat(int lives) => Lives = lives;
    }

    [OutputType]
    private sealed class Dog : IPet;

    private readonly List<string> _warnings = [];

    [SetUp]
    public void Forget() => _warnings.Clear();

    [Test]
    public void Simple_types_are_what_they_are()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(To<string>("x"), Is.EqualTo("x"));
            Assert.That(To<bool>(true), Is.True);
            Assert.That(To<double>(1.5), Is.EqualTo(1.5));
            Assert.That(To<int>(3.0), Is.EqualTo(3));
            Assert.That(To<int?>(null), Is.Null);
            Assert.That(To<int?>(3.0), Is.EqualTo(3));
            Assert.That(To<Level>(1.0), Is.EqualTo(Level.High));
            Assert.That(To<Word>("w").Text, Is.EqualTo("w"));
            Assert.That(To<Word?>(null), Is.Null);
            Assert.That(To<object>("x"), Is.EqualTo("x"));
            Assert.That(_warnings, Is.Empty);
        }
    }

    [Test]
    public void Nothing_becomes_the_default_value()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(To<string>(null), Is.Null);
            Assert.That(To<int>(null), Is.Zero);
            Assert.That(To<ImmutableArray<string>>(null).IsDefault, Is.True);
            Assert.That(To<Node>(null), Is.Null);
            Assert.That(To<JsonElement>(null).ValueKind, Is.EqualTo(JsonValueKind.Undefined));
        }
    }

    [Test]
    public void Lists_maps_and_classes_are_converted_all_the_way_down()
    {
        var node = To<Node>(Map(("name", "a"), ("children", List(Map(("name", "b"))))));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(To<ImmutableArray<int>>(List(1.0, 2.0)), Is.EqualTo([1, 2]));
            Assert.That(To<ImmutableDictionary<string, int>>(Map(("a", 1.0)))["a"], Is.EqualTo(1));
            Assert.That(To<ImmutableDictionary<string, object>>(Map(("a", 1.0)))["a"], Is.EqualTo(1.0));
            Assert.That((node.Name, node.Children[0].Name, node.Children[0].Children.IsDefault), Is.EqualTo(("a", "b", true)));
            Assert.That(To<JsonElement>(Map(("a", List(1.0, null, true)))).GetRawText(), Is.EqualTo("""{"a":[1,null,true]}"""));
        }
    }

    [Test]
    public void Unions_take_the_first_type_that_fits()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(To<Union<string, int>>("x").AsT0, Is.EqualTo("x"));
            Assert.That(To<Union<string, int>>(3.0).AsT1, Is.EqualTo(3));
            Assert.That(To<Union<string, ImmutableArray<string>>>(List("a")).AsT1, Is.EqualTo(["a"]));
            Assert.That(_warnings, Is.Empty);
        }
    }

    [Test]
    public void A_property_says_which_case_of_a_union_an_object_is()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(((Cat)To<IPet>(Map(("kind", "cat"), ("lives", 9.0)))).Lives, Is.EqualTo(9));
            Assert.That(To<IPet>(Map(("kind", "dog"))), Is.TypeOf<Dog>());
            Assert.That(To<IPet>(Map(("kind", "cow"))), Is.Null);
            Assert.That(_warnings, Is.EqualTo(["x.y: got 'cow' for kind, want one of cat, dog"]));
        }
    }

    [Test]
    public void What_does_not_fit_is_warned_of_and_becomes_the_default_value()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(To<int>("three"), Is.Zero);
            Assert.That(To<ImmutableArray<string>>("x").IsDefault, Is.True);
            Assert.That(To<Node>(Map(("name", 3.0))).Name, Is.Null);
            Assert.That(To<ImmutableArray<int>>(List(1.0, "x")), Is.EqualTo([1, 0]));
            Assert.That(
                _warnings,
                Is.EqualTo([
                    "x.y: got a System.String, want a System.Int32",
                    "x.y: got a System.String, want a list",
                    $"{typeof(Node).FullName}(name): got a System.Double, want a System.String",
                    "x.y: got a System.String, want a System.Int32",
                ])
            );
        }
    }

    [TestCase(typeof(long))]
    [TestCase(typeof(DateTime))]
    [TestCase(typeof(List<string>))]
    [TestCase(typeof(ImmutableDictionary<int, string>))]
    [TestCase(typeof(ImmutableArray<Uri>))]
    public void Outputs_of_other_types_are_refused(System.Type type) => Assert.That(Conversion.Refusal(type), Is.Not.Null);

    [TestCase(typeof(string))]
    [TestCase(typeof(Thing))]
    [TestCase(typeof(AssetOrArchive))]
    [TestCase(typeof(Node))]
    [TestCase(typeof(Word?))]
    [TestCase(typeof(ImmutableDictionary<string, ImmutableArray<Union<string, int>>>))]
    [TestCase(typeof(Output<ImmutableArray<bool>>))]
    public void Outputs_may_have_the_types_of_the_official_SDK(System.Type type) =>
        Assert.That(Conversion.Refusal(type), Is.Null);

    private T To<T>(object? value) => (T)Conversion.To<T>().Convert(new("x.y", _warnings.Add), value)!;

    private static ImmutableArray<object?> List(params object?[] items) => [.. items];

    private static ImmutableDictionary<string, object?> Map(params (string Key, object? Value)[] entries) =>
        entries.ToImmutableDictionary(entry => entry.Key, entry => entry.Value);
}
