using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;
using Pulumi.Utilities;
using Sdk.Tests.Support;

namespace Sdk.Tests.Serialization;

public sealed class WireShapeTests
{
    private enum Level
    {
        High = 2,
    }

    [EnumType]
    private readonly struct Word
    {
        private readonly string _value;

        private Word(string value) => _value = value;

        public static Word Of(string value) => new(value);

        public static explicit operator string(Word word) => word._value;
    }

    private static readonly object?[][] Shapes =
    [
        [true, "true"],
        ["x", "\"x\""],
        [3, "3"],
        [2.5, "2.5"],
        [Level.High, "2"],
        [Word.Of("w"), "\"w\""],
        [Union<int, string>.FromT1("u"), "\"u\""],
        [new object?[] { "a", null, 1 }, """["a",null,1]"""],
        [default(ImmutableArray<string>), "[]"],
        [new Dictionary<string, object?> { ["a"] = 1, ["b"] = null }, """{"a":1}"""],
        [new PartArgs { Kind = "k", Weight = 2 }, """{"kind":"k","weight":2}"""],
        [JsonDocument.Parse("""{"a":[null,1.5,false],"b":null}""").RootElement, """{"a":[null,1.5,false]}"""],
        [new StringAsset("t"), Special("c44067f5952c0a294b673a41bacd8c17", "text", "\"t\"")],
        [new FileAsset("p"), Special("c44067f5952c0a294b673a41bacd8c17", "path", "\"p\"")],
        [new RemoteAsset("u"), Special("c44067f5952c0a294b673a41bacd8c17", "uri", "\"u\"")],
        [new FileArchive("p"), Special("0def7320c3a5731c473e5ecbe6d01bc7", "path", "\"p\"")],
        [new RemoteArchive("u"), Special("0def7320c3a5731c473e5ecbe6d01bc7", "uri", "\"u\"")],
        [
            new AssetArchive(new Dictionary<string, AssetOrArchive> { ["m"] = new StringAsset("t") }),
            Special(
                "0def7320c3a5731c473e5ecbe6d01bc7",
                "assets",
                $"{{\"m\":{Special("c44067f5952c0a294b673a41bacd8c17", "text", "\"t\"")}}}"
            ),
        ],
        [Output.Create("x"), "\"x\""],
        [Output.CreateSecret("x"), Special("1b47061264138c4ac30d75fd1eb44270", "value", "\"x\"")],
        [OutputUtilities.CreateUnknown("x"), $"\"{Data.Unknown}\""],
        [Output.CreateSecret(OutputUtilities.CreateUnknown("x")), $"\"{Data.Unknown}\""],
    ];

    [TestCaseSource(nameof(Shapes))]
    public async Task Each_kind_of_value_has_its_shape(object value, string json) =>
        Assert.That(Data.Json((await new Serializer("", keepResources: true).SerializeAsync(value))!), Is.EqualTo(json));

    [Test]
    public async Task Nothing_is_left_out()
    {
        Assert.That(await new Serializer("", keepResources: true).SerializeAsync(null), Is.Null);
    }

    [TestCase(5L)]
    [TestCase(1.5f)]
    [TestCase('c')]
    public void Other_types_are_refused(object value) =>
        Assert.That(
            async () => await new Serializer("p", true).SerializeAsync(value),
            Throws.TypeOf<InputProblem>().With.Message.StartsWith("p: got a")
        );

    [Test]
    public void Tasks_and_odd_keys_are_refused()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                async () => await new Serializer("", true).SerializeAsync(Task.FromResult(1)),
                Throws.TypeOf<InputProblem>()
            );
            Assert.That(
                async () => await new Serializer("", true).SerializeAsync(new Dictionary<int, int> { [1] = 1 }),
                Throws.TypeOf<InputProblem>()
            );
        }
    }

    [Test]
    public async Task Resources_are_sent_as_references_with_an_empty_id_while_it_is_unknown()
    {
        var engine = new FakeEngine();
        await engine.RunAsync(() =>
        {
            _ = new Thing("a", new() { Other = new Thing("b") });
            _ = new Thing("c", new() { Other = new Group("g") });
        });

        var (b, g) = (FakeEngine.UrnOf("", Thing.Token, "b"), FakeEngine.UrnOf("", "test:index:Group", "g"));
        const string Sig = "5cf8f73096256a8f31e491e813e4eb8e";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Data.Json(engine.One("a").Object.Fields["other"]),
                Is.EqualTo($$"""{"{{Data.Sig}}":"{{Sig}}","id":"","urn":"{{b}}"}""")
            );
            Assert.That(engine.One("a").Dependencies, Is.EqualTo([b]));
            Assert.That(
                Data.Json(engine.One("c").Object.Fields["other"]),
                Is.EqualTo($$"""{"{{Data.Sig}}":"{{Sig}}","urn":"{{g}}"}""")
            );
        }
    }

    [Test]
    public async Task An_engine_without_references_gets_ids_and_URNs()
    {
        var engine = new FakeEngine { IsPreview = false };
        engine.Features.Remove("resourceReferences");
        await engine.RunAsync(() =>
        {
            _ = new Thing("a", new() { Other = new Thing("b") });
            _ = new Thing("c", new() { Other = new Group("g") });
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(engine.One("a").Object.Fields["other"].StringValue, Is.EqualTo("b-id"));
            Assert.That(
                engine.One("c").Object.Fields["other"].StringValue,
                Is.EqualTo(FakeEngine.UrnOf("", "test:index:Group", "g"))
            );
        }
    }

    [Test]
    public async Task Disabling_references_is_told_to_the_engine()
    {
        using var environment = new EnvironmentScope(("PULUMI_DISABLE_RESOURCE_REFERENCES", "TRUE"));
        var engine = new FakeEngine();

        await engine.RunAsync(() => _ = new Thing("a"));

        Assert.That(engine.One("a").AcceptResources, Is.False);
    }

    [Test]
    public async Task Remote_components_get_outputs_with_all_that_is_known_of_them()
    {
        var engine = new FakeEngine();
        await engine.RunAsync(() =>
        {
            var b = new Thing("b");
            _ = new Bundle(
                "bundle",
                new()
                {
                    Name = b.Id,
                    Size = Output.CreateSecret(3),
                    List = { "plain", Output.Create("known") },
                    Other = b,
                }
            );
        });

        const string Sig = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
        var (fields, b) = (engine.One("bundle").Object.Fields, FakeEngine.UrnOf("", Thing.Token, "b"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Data.Json(fields["name"]), Is.EqualTo($$"""{"{{Data.Sig}}":"{{Sig}}","dependencies":["{{b}}"]}"""));
            Assert.That(Data.Json(fields["size"]), Is.EqualTo($$"""{"{{Data.Sig}}":"{{Sig}}","secret":true,"value":3}"""));
            Assert.That(Data.Json(fields["list"]), Is.EqualTo("""["plain","known"]"""));
            Assert.That(engine.One("bundle").PropertyDependencies["name"].Urns, Is.EqualTo([b]));
            Assert.That(engine.One("bundle").PropertyDependencies["other"].Urns, Is.Empty, "a reference is no dependency here");
        }
    }

    private static string Special(string signature, string name, string json) =>
        $$"""{"{{Data.Sig}}":"{{signature}}","{{name}}":{{json}}}""";
}
