using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf.WellKnownTypes;
using Pulumi;
using Sdk.Tests.Support;

namespace Sdk.Tests.Serialization;

public sealed class RoundTripTests
{
    [Test]
    public void What_is_sent_comes_back_as_it_was() =>
        Prop.ForAll(Any, value => Same(value, Read(Send(value)).Value)).QuickCheckThrowOnFailure();

    [Test]
    public void A_secret_anywhere_makes_the_whole_secret() =>
        Prop.ForAll(
                Any,
                value =>
                {
                    var data = Read(
                        Send(new Dictionary<string, object?> { ["a"] = 1, ["b"] = new object?[] { Output.CreateSecret(value) } })
                    );
                    var inner = ((ImmutableArray<object?>)((ImmutableDictionary<string, object?>)data.Value!)["b"]!)[0];
                    return data is { IsSecret: true, IsKnown: true } && Same(value, inner);
                }
            )
            .QuickCheckThrowOnFailure();

    [Test]
    public void An_unknown_anywhere_makes_the_whole_unknown()
    {
        var data = Read(
            Send(
                new object?[]
                {
                    1,
                    new Dictionary<string, object?> { ["a"] = Output.Unknown("") },
                }
            )
        );

        Assert.That((data.IsKnown, data.IsSecret), Is.EqualTo((false, false)));
    }

    [Test]
    public void Assets_come_back()
    {
        var archive = new AssetArchive(
            new Dictionary<string, AssetOrArchive>
            {
                ["text"] = new StringAsset("t"),
                ["file"] = new FileAsset("p"),
                ["web"] = new RemoteAsset("u"),
                ["folder"] = new FileArchive("f"),
                ["remote"] = new RemoteArchive("r"),
            }
        );

        var back = (AssetArchive)Read(Send(archive)).Value!;

        var members = (ImmutableDictionary<string, AssetOrArchive>)back.Content;
        Assert.That(
            members.Select(m => (m.Key, m.Value.GetType(), m.Value.Content)),
            Is.EquivalentTo(
                new (string, System.Type, object)[]
                {
                    ("text", typeof(StringAsset), "t"),
                    ("file", typeof(FileAsset), "p"),
                    ("web", typeof(RemoteAsset), "u"),
                    ("folder", typeof(FileArchive), "f"),
                    ("remote", typeof(RemoteArchive), "r"),
                }
            )
        );
    }

    [Test]
    public void Keys_of_the_engines_own_are_dropped()
    {
        var data = Read(Value.ForStruct(Data.Fields(("__defaults", Value.ForList()), ("a", Data.Text("x")))));

        Assert.That(((ImmutableDictionary<string, object?>)data.Value!).Keys, Is.EqualTo(["a"]));
    }

    [Test]
    public async Task Output_values_come_back_as_outputs()
    {
        var value = Value.ForStruct(
            Data.Fields(
                (Data.Sig, Data.Text("d0e6a833031e9bbcd3f4e8bde6ca49a4")),
                ("value", Data.Text("x")),
                ("secret", Value.ForBool(true)),
                ("dependencies", Value.ForList(Data.Text("urn:a")))
            )
        );

        Assert.That(await Data.Of((Output<string>)Read(value).Value!), Is.EqualTo(("x", true, true, 1)));
    }

    [TestCase("1b47061264138c4ac30d75fd1eb44270")]
    [TestCase("c44067f5952c0a294b673a41bacd8c17")]
    [TestCase("0def7320c3a5731c473e5ecbe6d01bc7")]
    [TestCase("5cf8f73096256a8f31e491e813e4eb8e")]
    public void Something_marked_but_malformed_is_an_error(string signature) =>
        Assert.That(
            () => Read(Value.ForStruct(Data.Fields((Data.Sig, Data.Text(signature))))),
            Throws.InvalidOperationException.With.Message.StartsWith("The engine sent something marked as")
        );

    [Test]
    public async Task A_reference_to_a_known_class_becomes_an_object_of_it()
    {
        var urn = "";
        Thing? back = null;
        await Data.TestAsync(() =>
        {
            var thing = new Thing("a", new() { Name = "n" });
            urn = thing.Urn.DataOrNull!.Value;
            back = (Thing)Read(Reference(urn, "1.2.3")).Value!;
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Data.Of(back!.Label)).Value, Is.EqualTo("n"));
            Assert.That((await Data.Of(back.Id)).Value, Is.EqualTo("a-id"));
            Assert.That((await Data.Of(back.Urn)).Value, Is.EqualTo(urn));
        }
    }

    [TestCase("urn:pulumi:s::p::other:index:Unheard::a", "")]
    [TestCase("urn:pulumi:s::p::test:index:Thing::a", "7.0.0")]
    public void A_reference_to_another_class_or_major_version_is_a_URN(string urn, string version)
    {
        var resource = (Resource)Read(Reference(urn, version)).Value!;

        Assert.That((resource.GetType().Name, resource.Urn.DataOrNull!.Value), Is.EqualTo(("DependencyResource", urn)));
    }

    private static Value Reference(string urn, string version) =>
        Value.ForStruct(
            Data.Fields(
                (Data.Sig, Data.Text("5cf8f73096256a8f31e491e813e4eb8e")),
                ("urn", Data.Text(urn)),
                ("id", Data.Text("i")),
                ("packageVersion", Data.Text(version))
            )
        );

    /// <summary>Texts, numbers, truth values, nothing, and lists and maps of such, not too deep.</summary>
    private static Arbitrary<object?> Any => Gen.Sized(size => Tree(Math.Min(size, 12))).ToArbitrary();

    private static Gen<object?> Tree(int size)
    {
        var leaf = Gen.OneOf(
            Gen.Constant<object?>(null),
            Gen.Elements(true, false).Select(x => (object?)x),
            Gen.Choose(-1000, 1000).Select(x => (object?)(x / 8.0)),
            ArbMap.Default.GeneratorFor<NonNull<string>>().Select(x => (object?)x.Get.Replace("_", "", StringComparison.Ordinal))
        );
        if (size <= 1)
            return leaf;
        var list = Gen.ListOf(Tree(size / 3)).Select(items => (object?)items.ToArray());
        var map = Gen.ListOf(Tree(size / 3))
            .Select(items => (object?)items.Select((item, i) => (i, item)).ToDictionary(e => $"k{e.i}", e => e.item));
        return Gen.OneOf(leaf, list, map);
    }

    private static Value Send(object? value) =>
        new Serializer("", keepResources: true).SerializeAsync(value).AsTask().GetAwaiter().GetResult() ?? Value.ForNull();

    private static UntypedData Read(Value value) =>
        Deserializer.Read(Value.Parser.ParseFrom(Google.Protobuf.MessageExtensions.ToByteArray(value)));

    private static bool Same(object? sent, object? back) =>
        (sent, back) switch
        {
            (object?[] list, ImmutableArray<object?> items) => list.Length == items.Length && list.Zip(items, Same).All(x => x),
            (Dictionary<string, object?> map, ImmutableDictionary<string, object?> entries) => map.Where(e => e.Value is not null)
                .All(e => entries.ContainsKey(e.Key) && Same(e.Value, entries[e.Key]))
                && entries.Count == map.Count(e => e.Value is not null),
            _ => Equals(sent, back),
        };
}
