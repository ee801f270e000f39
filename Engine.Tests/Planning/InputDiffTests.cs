using System.Text.Json;
using Engine.Documents;
using Engine.Planning;
using Engine.Tests.Schemas;
using Engine.Text;
using Engine.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Engine.Tests.Planning;

public sealed class InputDiffTests
{
    private static string Diff(ObjectValue old, ObjectValue now) =>
        string.Join(", ", InputDiff.Between(old, now, ThingSchema.Thing).Select(it => $"{it.Path} {it.Kind.Word()}"));

    private static IEnumerable<TestCaseData> Pairs()
    {
        yield return new(V.Map(), V.Map(("size", 1)), "size add");
        yield return new(V.Map(("size", 1)), V.Map(), "size delete");
        yield return new(V.Map(("size", 1)), V.Map(("size", 2)), "size update");
        yield return new(V.Map(("size", null)), V.Map(), "");
        yield return new(V.Map(), V.Map(("size", null)), "");
        yield return new(V.Map(("size", 1)), V.Map(("size", null)), "size delete");
        yield return new(V.Map(("name", "a")), V.Map(("name", "b")), "name update-replace");
        yield return new(V.Map(), V.Map(("name", "b")), "name add-replace");
        yield return new(V.Map(("name", "a")), V.Map(), "name delete-replace");
        yield return new(V.Map(("name", "a")), V.Map(("name", V.Unknown)), "name update-replace");
        yield return new(V.Map(("size", 1)), V.Map(("size", V.Unknown)), "size update");
        yield return new(V.Map(("size", V.Unknown)), V.Map(("size", V.Unknown)), "");
        yield return new(V.Map(("size", V.Unknown)), V.Map(("size", 1)), "size update");
        yield return new(
            V.Map(("tags", V.Map(("Name", "a"), ("a.b", "x")))),
            V.Map(("tags", V.Map(("Name", "b")))),
            "tags.Name update, tags[\"a.b\"] delete"
        );
        yield return new(V.Map(), V.Map(("tags", V.Map(("Name", "b")))), "tags add");
        yield return new(V.Map(("tags", V.Map())), V.Map(("tags", V.Map(("Name", "b")))), "tags.Name add");
        yield return new(V.Map(("tags", V.Map())), V.Map(("tags", V.Unknown)), "tags update");
        yield return new(
            V.Map(("rules", V.List(V.Map(("port", 1)), V.Map(("port", 2))))),
            V.Map(("rules", V.List(V.Map(("port", 3))))),
            "rules[0].port update, rules[1] delete"
        );
        yield return new(V.Map(("rules", V.List())), V.Map(("rules", V.List(V.Map(("port", 3))))), "rules[0] add");
        yield return new(
            V.Map(("rules", V.List(V.Map(("proto", "a"))))),
            V.Map(("rules", V.List(V.Map(("proto", "b"))))),
            "rules[0].proto update-replace"
        );
        yield return new(
            V.Map(("place", V.Map(("zone", "a")))),
            V.Map(("place", V.Map(("zone", "b")))),
            "place.zone update-replace"
        );
        yield return new(
            V.Map(("policy", V.Map(("proto", "a")))),
            V.Map(("policy", V.Map(("proto", "b")))),
            "policy.proto update-replace"
        );
        yield return new(V.Map(("size", V.List())), V.Map(("size", V.Map())), "size update");
        yield return new(V.Map(("size", 8080)), V.Map(("size", "8080")), "");
        yield return new(V.Map(("on", "true")), V.Map(("on", true)), "");
        yield return new(V.Map(("on", "true")), V.Map(("on", false)), "on update");
        yield return new(V.Map(("title", V.Secret("a"))), V.Map(("title", "a")), "");
        yield return new(V.Map(("title", V.Secret("a"))), V.Map(("title", V.Secret("b"))), "title update");
        yield return new(V.Map(("title", V.Secret(V.Unknown))), V.Map(("title", V.Secret("b"))), "");
        yield return new(V.Map(("title", V.Secret(V.Unknown))), V.Map(("title", "b")), "");
        yield return new(V.Map(("title", V.Secret(V.Unknown))), V.Map(), "title delete");
        yield return new(V.Map(("title", V.Secret("a"))), V.Map(("title", V.Secret(V.Unknown))), "title update");
        yield return new(V.Map(("name", "gen-1"), ("__defaults", V.List("name"))), V.Map(("__defaults", V.List())), "");
        yield return new(
            V.Map(("name", "gen-1"), ("__defaults", V.List("name"))),
            V.Map(("name", "mine")),
            "name update-replace"
        );
        yield return new(V.Map(("name", "gen-1"), ("__defaults", V.List())), V.Map(), "name delete-replace");
        yield return new(
            V.Map(("rules", V.List(V.Map(("port", 1), ("proto", "tcp"), ("__defaults", V.List("proto")))))),
            V.Map(("rules", V.List(V.Map(("port", 1))))),
            ""
        );
        yield return new(Asset("a", "1"), Asset("b", "1"), "");
        yield return new(Asset("a", "1"), Asset("a", "2"), "source update");
        yield return new(Asset("a", "1"), Asset("a", null), "");
        yield return new(Asset("a", "1"), Asset("b", null), "source update");
        yield return new(Archive(("f", "1")), Archive(("f", "1")), "");
        yield return new(Archive(("f", "1")), Archive(("g", "1")), "code update");
        yield return new(Archive(("f", "1")), Archive(("f", "1"), ("g", "1")), "code update");
    }

    [TestCaseSource(nameof(Pairs))]
    public void Differences_are(ObjectValue old, ObjectValue now, string differences) =>
        Assert.That(Diff(old, now), Is.EqualTo(differences));

    [Test]
    public void A_difference_tells_its_top_level_property() =>
        Assert.That(
            InputDiff
                .Between(V.Map(("rules", V.List(V.Map(("port", 1))))), V.Map(("rules", V.List(V.Map(("port", 2))))))
                .Single()
                .Property,
            Is.EqualTo("rules")
        );

    [Test]
    public void A_value_does_not_differ_from_itself() =>
        Prop.ForAll(AnyValue.Objects().ToArbitrary(), value => InputDiff.Between(value, Copy(value)).Count == 0)
            .QuickCheckThrowOnFailure();

    [Test]
    public void Forwards_and_backwards_find_the_same_places() =>
        Prop.ForAll(
                AnyValue.Objects().Zip(AnyValue.Objects()).ToArbitrary(),
                pair =>
                    InputDiff
                        .Between(pair.Item1, pair.Item2)
                        .Select(it => (it.Path, Flip(it.Kind)))
                        .Order()
                        .SequenceEqual(InputDiff.Between(pair.Item2, pair.Item1).Select(it => (it.Path, it.Kind)).Order())
            )
            .QuickCheckThrowOnFailure();

    [Test]
    public void Ignoring_every_difference_leaves_none() =>
        Prop.ForAll(
                AnyValue.Objects(2).Zip(AnyValue.Objects(2)).ToArbitrary(),
                pair =>
                    InputDiff
                        .Between(pair.Item1, IgnoredChanges.Apply(pair.Item1, pair.Item2, ["*"], path => Assert.Fail(path)))
                        .Count == 0
            )
            .QuickCheckThrowOnFailure();

    private static DifferenceKind Flip(DifferenceKind kind) =>
        kind switch
        {
            DifferenceKind.Add => DifferenceKind.Delete,
            DifferenceKind.Delete => DifferenceKind.Add,
            _ => kind,
        };

    // Written and read back, so that nothing is equal only because it is the same object.
    private static ObjectValue Copy(ObjectValue value)
    {
        var json = PulumiJsonWriter.Compact(writer => ValueWriter.Object(writer, value, SecretForm.Sealed));
        using var document = JsonDocument.Parse(json);
        return new ValueReader(new Closed()).Object(document.RootElement);
    }

    private sealed class Closed : ISecretReader
    {
        public string? Open(string ciphertext) => null;
    }

    private static ObjectValue Asset(string path, string? hash) =>
        V.Map(("source", new AssetValue(AssetSource.Path, path) { Hash = hash }));

    private static ObjectValue Archive(params (string Name, string Hash)[] members) =>
        V.Map(
            (
                "code",
                new ArchiveValue(
                    AssetSource.Text,
                    "",
                    V.Map([.. members.Select(it => (it.Name, (object?)new AssetValue(AssetSource.Path, "p") { Hash = it.Hash }))])
                )
            )
        );
}
