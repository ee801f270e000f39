using System.Collections.Immutable;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Pulumi;
using Pulumi.Utilities;
using Sdk.Tests.Support;

namespace Sdk.Tests.Inputs;

public sealed class InputTests
{
    private sealed class Holder
    {
        public required InputList<string> Required { get; init; }

        public InputList<string> List { get; set; } = [];

        public InputMap<string> Map { get; set; } = [];

        public InputUnion<string, int>? Either { get; set; }

        public InputJson? Json { get; set; }
    }

    [Test]
    public async Task Lists_are_written_in_every_form_C_sharp_has()
    {
        var output = Output.Create("b");
        var holder = new Holder { Required = ["a", output], List = { "a", output } };
        InputList<string>[] all =
        [
            holder.Required,
            holder.List,
            new[] { "a", "b" },
            new List<string> { "a", "b" },
            new List<Input<string>> { "a", output },
            new List<Output<string>> { Output.Create("a"), output },
            new[] { Output.Create("a"), output },
            new Input<string>[] { "a", output },
            ImmutableArray.Create("a", "b"),
            ImmutableArray.Create<Input<string>>("a", output),
            ImmutableArray.Create(Output.Create("a"), output),
            Output.Create(new[] { "a", "b" }),
            Output.Create(new List<string> { "a", "b" }),
            Output.Create(ImmutableArray.Create("a", "b")),
            Output.Create<IEnumerable<string>>(["a", "b"]),
            new InputList<string> { "a" }.Concat("b"),
        ];

        foreach (var list in all)
            Assert.That((await Data.Of(list.ToOutput())).Value, Is.EqualTo(["a", "b"]));
    }

    [Test]
    public async Task Elements_keep_their_own_secrecy_on_the_wire()
    {
        InputList<string> list = ["a", Output.CreateSecret("s"), OutputUtilities.CreateUnknown("")];

        var value = await new Serializer("", keepResources: true).SerializeAsync(list);

        var expected = Value.ForList(Data.Text("a"), Data.Secret(Data.Text("s")), Data.Text(Data.Unknown));
        Assert.That(value, Is.EqualTo(expected));
    }

    [Test]
    public async Task Adding_to_a_list_does_not_change_what_was_made_of_it()
    {
        InputList<string> list = ["a"];
        var (before, joined) = (list.ToOutput(), list.Concat(["x"]));

        list.Add("b");
        list.AddRange(Output.Create(new[] { "c" }));
        list.Add("d", "e");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Data.Of(before)).Value, Is.EqualTo(["a"]));
            Assert.That((await Data.Of(joined.ToOutput())).Value, Is.EqualTo(["a", "x"]));
            Assert.That((await Data.Of(list.ToOutput())).Value, Is.EqualTo(["a", "b", "c", "d", "e"]));
        }
    }

    [Test]
    public async Task A_list_that_is_unknown_as_a_whole_stays_so()
    {
        var engine = new FakeEngine();

        await engine.RunAsync(() =>
        {
            InputList<string> list = OutputUtilities.CreateUnknown(ImmutableArray<string>.Empty);
            _ = new Thing("a", new() { List = list.Concat("x") });
        });

        Assert.That(engine.One("a").Object.Fields["list"].StringValue, Is.EqualTo(Data.Unknown));
    }

    [Test]
    public void Lists_and_maps_are_not_gone_through_with_foreach()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                () => ((System.Collections.IEnumerable)new InputList<string>()).GetEnumerator(),
                Throws.TypeOf<NotSupportedException>()
            );
            Assert.That(
                () => ((System.Collections.IEnumerable)new InputMap<string>()).GetEnumerator(),
                Throws.TypeOf<NotSupportedException>()
            );
        }
    }

    [Test]
    public async Task Lists_and_maps_are_gone_through_with_await_foreach()
    {
        InputList<string> list = ["a", "b"];
        var seen = new List<string>();

        await foreach (var item in list)
            seen.Add((await Data.Of(item.ToOutput())).Value);
        await foreach (var entry in new InputMap<string> { ["k"] = "v" })
            seen.Add((await Data.Of(entry.ToOutput())).Value.Key);

        Assert.That(seen, Is.EqualTo(["a", "b", "k"]));
    }

    [Test]
    public async Task Maps_are_written_in_every_form_C_sharp_has()
    {
        var holder = new Holder { Required = [], Map = { ["k"] = "v" } };
        InputMap<string>[] all =
        [
            holder.Map,
            new() { { "k", Output.Create("v") } },
            new Dictionary<string, string> { ["k"] = "v" },
            ImmutableDictionary<string, string>.Empty.Add("k", "v"),
            Output.Create(new Dictionary<string, string> { ["k"] = "v" }),
            Output.Create<IDictionary<string, string>>(new Dictionary<string, string> { ["k"] = "v" }),
            Output.Create(ImmutableDictionary<string, string>.Empty.Add("k", "v")),
        ];

        foreach (var map in all)
            Assert.That((await Data.Of(map.ToOutput())).Value, Is.EquivalentTo(new Dictionary<string, string> { ["k"] = "v" }));
    }

    [Test]
    public async Task Merging_maps_takes_the_second_value_of_a_key_and_changes_neither()
    {
        var (first, second) = (
            new InputMap<string> { ["a"] = "1", ["b"] = "1" },
            new InputMap<string> { ["b"] = Output.CreateSecret("2") }
        );

        var merged = await Data.Of(InputMap<string>.Merge(first, second).ToOutput());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(merged.Value, Is.EquivalentTo(new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" }));
            Assert.That(merged.IsSecret, Is.True);
            Assert.That((await Data.Of(first.ToOutput())).Value["b"], Is.EqualTo("1"));
            Assert.That(() => first.Add("a", "x"), Throws.ArgumentException.With.Message.Contains("'a'"));
        }
    }

    [Test]
    public async Task Unions_take_either_type_in_every_form()
    {
        InputUnion<string, int>[] all =
        [
            "x",
            3,
            Output.Create("x"),
            Output.Create(3),
            (Input<string>)"x",
            (Input<int>)3,
            Union<string, int>.FromT0("x"),
        ];

        var values = new List<object>();
        foreach (var either in all)
            values.Add((await Data.Of(either.ToOutput())).Value.Value);

        Assert.That(values, Is.EqualTo(new object[] { "x", 3, "x", 3, "x", 3, "x" }));
    }

    [Test]
    public async Task JSON_comes_from_texts_documents_and_elements()
    {
        using var document = JsonDocument.Parse("""{"a":[1,null,true]}""");
        InputJson[] all =
        [
            """{"a":[1,null,true]}""",
            document,
            document.RootElement,
            Output.Create("""{"a":[1,null,true]}"""),
            Output.Create(document),
            Output.Create(document.RootElement),
        ];

        foreach (var json in all)
        {
            var value = await new Serializer("", keepResources: true).SerializeAsync(json);
            Assert.That(Data.Json(value!), Is.EqualTo("""{"a":[1,null,true]}"""));
        }
        Assert.That(() => (InputJson)"{", Throws.InstanceOf<JsonException>());
    }

    [Test]
    public void Unions_compare_by_type_and_value()
    {
        var (text, number) = (Union<string, int>.FromT0("3"), Union<string, int>.FromT1(3));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(text == number, Is.False);
            Assert.That(text, Is.EqualTo((Union<string, int>)"3"));
            Assert.That(number.Match(t => t, n => $"#{n}"), Is.EqualTo("#3"));
            Assert.That(number.MapT1(n => n + 0.5).AsT1, Is.EqualTo(3.5));
            Assert.That(text.TryPickT0(out var value, out _), Is.True);
            Assert.That(value, Is.EqualTo("3"));
            Assert.That(() => number.AsT0, Throws.InvalidOperationException);
        }
    }
}
