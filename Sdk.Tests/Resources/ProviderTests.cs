using Pulumi;
using Sdk.Tests.Support;

namespace Sdk.Tests.Resources;

public sealed class ProviderTests
{
    private static readonly string Reference = $"{FakeEngine.UrnOf("", "pulumi:providers:test", "p")}::{Data.Unknown}";

    [Test]
    public async Task A_provider_is_referred_to_by_its_URN_and_id()
    {
        var update = new FakeEngine { IsPreview = false };

        await update.RunAsync(() => _ = new Thing("a", null, new() { Provider = new ThingProvider("p") }));

        Assert.That(update.One("a").Provider, Is.EqualTo($"{FakeEngine.UrnOf("", "pulumi:providers:test", "p")}::p-id"));
    }

    [Test]
    public async Task Resources_in_a_component_use_its_provider_of_their_package()
    {
        var engine = new FakeEngine();

        await engine.RunAsync(() =>
        {
            var provider = new ThingProvider("p");
            _ = new Group(
                "one",
                new() { Provider = provider },
                self =>
                    _ = new Group("inner", new() { Parent = self }, inner => _ = new Thing("a", null, new() { Parent = inner }))
            );
            _ = new Group(
                "many",
                new() { Providers = { provider } },
                self =>
                {
                    _ = new Thing("b", null, new() { Parent = self });
                    _ = new CustomResource("other:index:Thing", "c", null, new CustomResourceOptions { Parent = self });
                }
            );
            var d = new Thing("d", null, new() { Provider = provider });
            _ = new Thing("e", null, new() { Parent = d });
            _ = new Thing("f");
        });

        var used = engine.Registered.Where(r => r.Custom).ToDictionary(r => r.Name, r => r.Provider);
        var expected = new Dictionary<string, string>
        {
            ["p"] = "",
            ["a"] = Reference,
            ["b"] = Reference,
            ["c"] = "",
            ["d"] = Reference,
            ["e"] = Reference,
            ["f"] = "",
        };
        Assert.That(used, Is.EquivalentTo(expected));
    }

    [Test]
    public async Task A_component_may_replace_the_provider_it_inherits()
    {
        var engine = new FakeEngine();

        await engine.RunAsync(() =>
        {
            var (p, q) = (new ThingProvider("p"), new ThingProvider("q"));
            _ = new Group(
                "outer",
                new() { Provider = q },
                self =>
                    _ = new Group(
                        "inner",
                        new() { Parent = self, Provider = p },
                        inner => _ = new Thing("a", null, new() { Parent = inner })
                    )
            );
        });

        Assert.That(engine.One("a").Provider, Is.EqualTo(Reference));
    }

    [Test]
    public async Task Provider_and_providers_together_are_refused()
    {
        var engine = new FakeEngine();

        await engine.RunAsync(() =>
        {
            var provider = new ThingProvider("p");
            _ = new Group("group", new() { Provider = provider, Providers = { provider } });
        });

        Assert.That(engine.Errors, Is.EqualTo(["test:index:Group 'group': got both Provider and Providers, want one of them"]));
    }

    [Test]
    public async Task A_remote_component_is_told_its_providers_by_package()
    {
        var engine = new FakeEngine();

        await engine.RunAsync(() => _ = new Bundle("bundle", new(), new() { Provider = new ThingProvider("p") }));

        var request = engine.One("bundle");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((request.Remote, request.Custom, request.Provider), Is.EqualTo((true, false, "")));
            Assert.That(request.Providers, Is.EquivalentTo(new Dictionary<string, string> { ["test"] = Reference }));
        }
    }

    [Test]
    public async Task Protection_is_inherited_unless_the_child_says_otherwise()
    {
        var engine = new FakeEngine();

        await engine.RunAsync(() =>
            _ = new Group(
                "group",
                new() { Protect = true },
                self =>
                {
                    _ = new Thing("a", null, new() { Parent = self });
                    _ = new Thing("b", null, new() { Parent = self, Protect = false });
                }
            )
        );

        Assert.That(
            (engine.One("a").Protect, engine.One("b").Protect, engine.One("b").HasProtect),
            Is.EqualTo((true, false, true))
        );
    }

    [Test]
    public async Task Settings_marked_as_JSON_are_sent_as_text_that_keeps_secrecy_and_unknowns()
    {
        var engine = new FakeEngine();

        await engine.RunAsync(() =>
        {
            var unknown = new Thing("t").Id;
            _ = new SettingsProvider(
                "plain",
                new()
                {
                    Part = new PartArgs { Kind = "k", Weight = 1 },
                }
            );
            _ = new SettingsProvider(
                "secret",
                new()
                {
                    Part = new PartArgs { Kind = Output.CreateSecret("k"), Weight = 1 },
                }
            );
            _ = new SettingsProvider(
                "unknown",
                new()
                {
                    Part = new PartArgs { Kind = unknown, Weight = 1 },
                }
            );
        });

        const string Json = """{ "kind": "k", "weight": 1 }""";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(engine.One("plain").Object.Fields["part"].StringValue, Is.EqualTo(Json));
            Assert.That(engine.One("secret").Object.Fields["part"], Is.EqualTo(Data.Secret(Data.Text(Json))));
            Assert.That(engine.One("unknown").Object.Fields["part"].StringValue, Is.EqualTo(Data.Unknown));
            Assert.That(
                engine.One("unknown").PropertyDependencies["part"].Urns,
                Is.EqualTo([FakeEngine.UrnOf("", Thing.Token, "t")])
            );
        }
    }

    private sealed class SettingsArgs : ResourceArgs
    {
        [Input("part", json: true)]
        public Input<PartArgs>? Part { get; set; }
    }

    private sealed class SettingsProvider(string name, SettingsArgs args) : ProviderResource("test", name, args, null);
}
