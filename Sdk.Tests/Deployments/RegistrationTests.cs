using Pulumi;
using Sdk.Tests.Support;

namespace Sdk.Tests.Deployments;

public sealed class RegistrationTests
{
    private const string StackUrn = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev";

    [Test]
    public async Task A_plain_resource_says_no_more_than_needed()
    {
        var engine = new FakeEngine();

        await engine.RunAsync(() => _ = new Thing("a", new() { Name = "n" }));

        var request = engine.One("a");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (request.Type, request.Parent, request.Custom, request.Remote),
                Is.EqualTo((Thing.Token, StackUrn, true, false))
            );
            Assert.That(
                (request.AcceptSecrets, request.AcceptResources, request.SupportsResultReporting),
                Is.EqualTo((true, true, true))
            );
            Assert.That((request.SupportsPartialValues, request.AliasSpecs), Is.EqualTo((false, false)));
            Assert.That(
                (request.HasProtect, request.HasRetainOnDelete, request.DeleteBeforeReplaceDefined),
                Is.EqualTo((false, false, false))
            );
            Assert.That((request.Provider, request.Version, request.ImportId), Is.EqualTo(("", "", "")));
            Assert.That(request.Hooks, Is.Not.Null);
            Assert.That(request.CustomTimeouts, Is.Null);
            Assert.That(request.SourcePosition, Is.Null);
            Assert.That(Data.Json(request.Object), Is.EqualTo("""{"name":"n"}"""));
            Assert.That(request.PropertyDependencies.Keys, Is.EqualTo(["name"]), "an entry for each property, even without URNs");
            Assert.That(request.PropertyDependencies["name"].Urns, Is.Empty);
            Assert.That(request.Dependencies, Is.Empty);
        }
    }

    [Test]
    public async Task Every_option_arrives()
    {
        var engine = new FakeEngine();

        await engine.RunAsync(() =>
        {
            var other = new Thing("other");
            _ = new Thing(
                "a",
                null,
                new()
                {
                    Protect = false,
                    RetainOnDelete = true,
                    DeleteBeforeReplace = false,
                    Version = "1.2.3",
                    PluginDownloadURL = "https://example.org",
                    ImportId = "i-1",
                    IgnoreChanges = { "x" },
                    ReplaceOnChanges = { "y" },
                    HideDiffs = { "z" },
                    AdditionalSecretOutputs = { "s" },
                    EnvVarMappings = { ["A"] = "B" },
                    CustomTimeouts = new() { Create = TimeSpan.FromMinutes(30), Delete = TimeSpan.FromMilliseconds(1) },
                    DeletedWith = other,
                    ReplaceWith = { other },
                    ReplacementTrigger = Output.Create<object>("v1"),
                    DependsOn = { other },
                }
            );
        });

        var request = engine.One("a");
        var other = FakeEngine.UrnOf("", Thing.Token, "other");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((request.HasProtect, request.Protect, request.RetainOnDelete), Is.EqualTo((true, false, true)));
            Assert.That((request.DeleteBeforeReplaceDefined, request.DeleteBeforeReplace), Is.EqualTo((true, false)));
            Assert.That(
                (request.Version, request.PluginDownloadURL, request.ImportId),
                Is.EqualTo(("1.2.3", "https://example.org", "i-1"))
            );
            Assert.That(request.IgnoreChanges, Is.EqualTo(["x"]));
            Assert.That(request.ReplaceOnChanges, Is.EqualTo(["y"]));
            Assert.That(request.HideDiffs, Is.EqualTo(["z"]));
            Assert.That(request.AdditionalSecretOutputs, Is.EqualTo(["s"]));
            Assert.That(request.EnvVarMappings["A"], Is.EqualTo("B"));
            Assert.That(request.CustomTimeouts.Create, Is.EqualTo("1800000000000ns"));
            Assert.That((request.CustomTimeouts.Update, request.CustomTimeouts.Delete), Is.EqualTo(("", "1000000ns")));
            Assert.That(request.DeletedWith, Is.EqualTo(other));
            Assert.That(request.ReplaceWith, Is.EqualTo([other]));
            Assert.That(request.ReplacementTrigger.StringValue, Is.EqualTo("v1"));
            Assert.That(request.Dependencies, Is.EqualTo([other]));
        }
    }

    [Test]
    public async Task Dependencies_come_from_properties_and_from_DependsOn()
    {
        var engine = new FakeEngine();

        await engine.RunAsync(() =>
        {
            var (a, b, c) = (new Thing("a"), new Thing("b"), new Thing("c"));
            _ = new Thing(
                "d",
                new() { Name = Output.Format($"{a.Id}{b.Urn}"), List = { "x", b.Id } },
                new() { DependsOn = { c } }
            );
        });

        var request = engine.One("d");
        string Urn(string name) => FakeEngine.UrnOf("", Thing.Token, name);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(request.Dependencies, Is.EquivalentTo([Urn("a"), Urn("b"), Urn("c")]));
            Assert.That(request.PropertyDependencies["name"].Urns, Is.EquivalentTo([Urn("a"), Urn("b")]));
            Assert.That(request.PropertyDependencies["list"].Urns, Is.EqualTo([Urn("b")]));
            Assert.That(request.Object.Fields["name"].StringValue, Is.EqualTo(Data.Unknown));
            Assert.That(request.Object.Fields["list"].ListValue.Values[0].StringValue, Is.EqualTo("x"));
        }
    }

    [Test]
    public async Task A_component_stands_for_the_resources_in_it()
    {
        var engine = new FakeEngine();

        await engine.RunAsync(() =>
        {
            var group = new Group(
                "group",
                inside: self =>
                {
                    var child = new Thing("child", null, new() { Parent = self });
                    _ = new Thing("grandchild-of-a-resource", null, new() { Parent = child });
                    _ = new Group(
                        "inner",
                        new() { Parent = self },
                        inner => _ = new Thing("deep", null, new() { Parent = inner })
                    );
                    _ = new Bundle("bundle", new(), new() { Parent = self });
                }
            );
            _ = new Thing("after", null, new() { DependsOn = { group } });
        });

        var group = FakeEngine.UrnOf("", "test:index:Group", "group");
        Assert.That(
            engine.One("after").Dependencies,
            Is.EquivalentTo([
                FakeEngine.UrnOf(group, Thing.Token, "child"),
                FakeEngine.UrnOf(FakeEngine.UrnOf(group, "test:index:Group", "inner"), Thing.Token, "deep"),
                FakeEngine.UrnOf(group, "test:index:Bundle", "bundle"),
            ])
        );
    }

    [Test]
    public async Task A_resource_in_a_component_may_come_after_the_component()
    {
        var engine = new FakeEngine();

        var exitCode = await engine
            .RunAsync(() =>
                _ = new Group(
                    "group",
                    inside: self => _ = new Thing("child", null, new() { Parent = self, DependsOn = { self } })
                )
            )
            .WaitAsync(TimeSpan.FromSeconds(10));

        Assert.That(exitCode, Is.Zero);
    }
}
