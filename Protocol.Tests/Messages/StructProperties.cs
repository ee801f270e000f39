using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Protocol.Tests.Messages;

/// <summary>Any tree of values comes back from the wire as it was sent.</summary>
[TestFixture(Carrier.Http2)]
[TestFixture(Carrier.InProcess)]
public sealed class StructProperties(Carrier carrier)
{
    [Test]
    public async Task Every_struct_survives_the_round_trip()
    {
        await using var peers = await Peers.EchoAsync(carrier);

        Prop.ForAll(
                Arb.From(Structs(size: 4)),
                sent => peers.CallAsync(new ResourceInvokeRequest { Args = sent }).GetAwaiter().GetResult().Return.Equals(sent)
            )
            .QuickCheckThrowOnFailure();
    }

    private static Gen<Struct> Structs(int size) =>
        from fields in Gen.Zip(Text, Values(size)).ListOf()
        select Fill(fields.Take(6));

    private static Gen<Value> Values(int size)
    {
        var leaves = Gen.OneOf(
            Text.Select(Value.ForString),
            ArbMap.Default.GeneratorFor<double>().Select(Value.ForNumber),
            ArbMap.Default.GeneratorFor<bool>().Select(Value.ForBool),
            Gen.Constant(Value.ForNull())
        );
        return size == 0
            ? leaves
            : Gen.OneOf(
                leaves,
                Structs(size - 1).Select(Value.ForStruct),
                Values(size - 1).ListOf().Select(items => Value.ForList(items.Take(6).ToArray()))
            );
    }

    // Well-formed text, from plain letters to what needs four bytes and what HTTP could not carry in a header.
    private static Gen<string> Text =>
        Gen.Elements("a", "key", "__", "0", " ", "\0", "\r\n", "%", "é", "日本", "😀", "\"", "4dabf18193072939515e22adb298388d")
            .ListOf()
            .Select(parts => string.Concat(parts));

    private static Struct Fill(IEnumerable<(string Key, Value Value)> fields)
    {
        var filled = new Struct();
        foreach (var (key, value) in fields)
            filled.Fields[key] = value;
        return filled;
    }
}
