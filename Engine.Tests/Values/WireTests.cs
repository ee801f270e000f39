using System.Collections.Immutable;
using Engine.Values;
using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf.WellKnownTypes;
using static Engine.Tests.Make;

namespace Engine.Tests.Values;

public sealed class WireTests
{
    [Test]
    public void Every_value_survives_the_wire() =>
        Prop.ForAll(
                ValueGenerator.Map(3).ToArbitrary(),
                map => new WireReader(new SecretTexts(), new NamePool()).Read(WireWriter.Full.Write(map)).Equals(map)
            )
            .QuickCheckThrowOnFailure();

    [TestCase("04da6b54-80e4-46f7-96ec-b56ff0331ba9")]
    [TestCase("1c4a061d-8072-4f0a-a4cb-0ff528b18fe7")]
    [TestCase("3eeb2bf0-c639-47a8-9e75-3b44932eb421")]
    [TestCase("6a19a0b0-7e62-4c92-b797-7f8e31da9cc2")]
    [TestCase("030794c1-ac77-496b-92df-f27374a8bd58")]
    [TestCase("e48ece36-62e2-4504-bad9-02848725956a")]
    [TestCase("dd056dcd-154b-4c76-9bd3-c8f88648b5ff")]
    public void The_sentinel_of_every_type_is_unknown(string sentinel) =>
        Assert.That(Read(Value.ForString(sentinel)), Is.SameAs(UnknownValue.Instance));

    [Test]
    public void Output_values_give_their_dependencies_to_the_property_that_holds_them()
    {
        var message = new Struct
        {
            Fields =
            {
                ["plain"] = Value.ForString("x"),
                ["list"] = Value.ForList(
                    Output(Value.ForString("a"), secret: false, "urn:b", "urn:a"),
                    Output(null, secret: true, "urn:c")
                ),
            },
        };

        var found = new Dictionary<string, SortedSet<string>>();
        var read = Reader().Read(message, found);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(read, Is.EqualTo(Map(("list", List("a", Secret(Unknown))), ("plain", "x"))));
            Assert.That(found.Keys, Is.EqualTo(new[] { "list" }));
            Assert.That(found["list"], Is.EqualTo(new[] { "urn:a", "urn:b", "urn:c" }));
        }
    }

    [Test]
    public void A_reader_notes_every_secret_text_however_deep()
    {
        var secrets = new SecretTexts();
        var value = Map(("a", List(Map(("b", Secret(Map(("c", "swordfish"))))))));

        _ = new WireReader(secrets, new NamePool()).Read(WireWriter.Full.Write(value));

        Assert.That(secrets.Finds("it is swordfish."), Is.True);
    }

    [Test]
    public void A_component_has_no_id_and_an_unknown_id_is_an_empty_text()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Read(Reference()), Is.EqualTo(new ResourceReferenceValue("urn:x", null, "")));
            Assert.That(Read(Reference("")), Is.EqualTo(new ResourceReferenceValue("urn:x", Unknown, "")));
            Assert.That(Read(Reference("i-1")), Is.EqualTo(new ResourceReferenceValue("urn:x", Of("i-1"), "")));
        }
    }

    [Test]
    public void Who_accepts_no_references_gets_the_id_or_the_urn()
    {
        var writer = WireWriter.Full with { Resources = false };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(writer.Write(new ResourceReferenceValue("urn:x", Of("i-1"), "")), Is.EqualTo(Value.ForString("i-1")));
            Assert.That(writer.Write(new ResourceReferenceValue("urn:x", null, "")), Is.EqualTo(Value.ForString("urn:x")));
        }
    }

    [Test]
    public void Who_accepts_no_partial_values_does_not_get_what_is_not_wholly_known()
    {
        var map = Map(("known", 1), ("partly", List(1, Unknown)), ("hidden", Secret(Unknown)));

        Assert.That((WireWriter.Full with { Partial = false }).Write(map).Fields.Keys, Is.EqualTo(new[] { "known" }));
    }

    [Test]
    public void Secrets_are_sent_plain_to_who_does_not_accept_them() =>
        Assert.That((WireWriter.Full with { Secrets = false }).Write(Secret("x")), Is.EqualTo(Value.ForString("x")));

    [Test]
    public void A_malformed_value_says_where_it_is_and_what_is_wrong()
    {
        Value[] malformed =
        [
            Special("ffff"),
            Special(Signatures.Secret),
            Special(Signatures.Asset),
            Special(Signatures.Asset, ("text", Value.ForString("a")), ("path", Value.ForString("b"))),
            Special(Signatures.Archive, ("assets", Value.ForStruct(new Struct { Fields = { ["a"] = Value.ForNumber(1) } }))),
            Special(Signatures.Resource),
            Special(Signatures.ByteString, ("value", Value.ForString("?"))),
        ];
        foreach (var value in malformed)
        {
            var message = new Struct { Fields = { ["a.b"] = Value.ForList(value) } };
            var error = Assert.Throws<WireFormatException>(() => Reader().Read(message))!;
            Assert.That(error.Message, Does.StartWith("[\"a.b\"][0]: got "));
        }
    }

    [Test]
    public void An_asset_with_only_a_hash_is_an_empty_text() =>
        Assert.That(
            Read(Special(Signatures.Asset, ("hash", Value.ForString("e3b0")))),
            Is.EqualTo(new AssetValue(AssetSource.Text, ""))
        );

    private static WireReader Reader() => new(new SecretTexts(), new NamePool());

    private static PropertyValue Read(Value value) => Reader().Read(value);

    private static Value Output(Value? value, bool secret, params string[] dependencies)
    {
        var special = Special(
            Signatures.Output,
            ("secret", Value.ForBool(secret)),
            ("dependencies", Value.ForList([.. dependencies.Select(Value.ForString)]))
        );
        if (value is not null)
            special.StructValue.Fields["value"] = value;
        return special;
    }

    private static Value Reference(string? id = null) =>
        id is null
            ? Special(Signatures.Resource, ("urn", Value.ForString("urn:x")))
            : Special(Signatures.Resource, ("urn", Value.ForString("urn:x")), ("id", Value.ForString(id)));

    private static Value Special(string signature, params (string Key, Value Value)[] fields)
    {
        var message = new Struct { Fields = { [Signatures.Key] = Value.ForString(signature) } };
        foreach (var (key, value) in fields)
            message.Fields[key] = value;
        return Value.ForStruct(message);
    }
}
