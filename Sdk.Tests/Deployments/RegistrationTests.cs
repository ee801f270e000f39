using Google.Protobuf.WellKnownTypes;
using Pulumi;
using Pulumi.Utilities;
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

    [TestCase("deletedWith")]
    [TestCase("replaceWith")]
    public async Task An_option_the_engine_does_not_know_is_refused(string feature)
    {
        var engine = new FakeEngine();
        engine.Features.Remove(feature);

        await engine.RunAsync(() =>
        {
            var other = new Thing("other");
            _ = new Thing("a", null, new() { DeletedWith = other, ReplaceWith = { other } });
        });

        Assert.That(engine.Errors.Single(), Does.Contain(feature).IgnoreCase.And.Contain("update the CLI"));
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

    [Test]
    public async Task A_missing_required_property_is_refused_with_the_name_of_the_resource()
    {
        var engine = new FakeEngine();

        var exitCode = await engine.RunAsync(() => _ = new Thing("a", new() { Part = new PartArgs() }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.EqualTo(32));
            Assert.That(
                engine.Errors,
                Is.EqualTo(["test:index:Thing 'a': PartArgs got no value for Kind, Weight, want one; it is required"])
            );
        }
    }

    [Test]
    public async Task A_value_that_cannot_be_sent_is_refused_with_its_path()
    {
        var engine = new FakeEngine();

        await engine.RunAsync(() =>
            _ = new Thing("a", new() { Any = new Dictionary<string, object> { ["x"] = new object[] { 1, 5L } } })
        );

        Assert.That(engine.Errors.Single(), Does.StartWith("test:index:Thing 'a': any.x[1]: got a System.Int64, want a string"));
    }

    [Test]
    public async Task What_the_engine_refuses_is_told_without_a_stack_trace_and_once()
    {
        var engine = new FakeEngine
        {
            OnRegister = (request, _) =>
            {
                if (request.Name == "a")
                    throw new Protocol.GrpcException(Protocol.GrpcStatusCode.InvalidArgument, "no such type");
            },
        };

        await engine.RunAsync(() =>
        {
            var a = new Thing("a");
            _ = new Thing("b", new() { Name = a.Id });
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(engine.Errors, Is.EqualTo(["test:index:Thing 'a' could not be registered: no such type"]));
            Assert.That(engine.Registered.Select(r => r.Name), Does.Not.Contain("b"));
        }
    }

    [Test]
    public async Task An_existing_resource_is_read_by_its_id()
    {
        var engine = new FakeEngine
        {
            OnRead = request => new() { Urn = "urn:read", Properties = Data.Fields(("name", Data.Text("n"))) },
        };
        Thing? thing = null;

        await engine.RunAsync(() =>
        {
            var before = new Thing("before");
            thing = new Thing(
                "a",
                new() { Name = before.Urn },
                new()
                {
                    Id = "i-1",
                    Version = "2.0.0",
                    AdditionalSecretOutputs = { "s" },
                }
            );
        });

        var request = engine.Calls<Pulumirpc.ReadResourceRequest>().Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((request.Id, request.Type, request.Name), Is.EqualTo(("i-1", Thing.Token, "a")));
            Assert.That((request.Parent, request.Version), Is.EqualTo((StackUrn, "2.0.0")));
            Assert.That((request.AcceptSecrets, request.AcceptResources), Is.EqualTo((true, true)));
            Assert.That(request.AdditionalSecretOutputs, Is.EqualTo(["s"]));
            Assert.That(request.Dependencies, Is.EqualTo([FakeEngine.UrnOf("", Thing.Token, "before")]));
            Assert.That((await Data.Of(thing!.Id)).Value, Is.EqualTo("i-1"));
            Assert.That((await Data.Of(thing.Label)).Value, Is.EqualTo("n"));
        }
    }

    [Test]
    public async Task A_resource_of_the_stack_is_looked_up_by_its_URN()
    {
        var engine = new FakeEngine
        {
            OnInvoke = request =>
                new()
                {
                    Return = Data.Fields(
                        ("urn", request.Args.Fields["urn"]),
                        ("id", Data.Text("i-2")),
                        ("state", Value.ForStruct(Data.Fields(("name", Data.Secret(Data.Text("n"))))))
                    ),
                },
        };
        Thing? thing = null;

        await engine.RunAsync(() => thing = new Thing("a", null, new() { Urn = "urn:pulumi:dev::shop::test:index:Thing::a" }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(engine.Calls<Pulumirpc.ResourceInvokeRequest>().Single().Tok, Is.EqualTo("pulumi:pulumi:getResource"));
            Assert.That(engine.Registered.Select(r => r.Name), Does.Not.Contain("a"));
            Assert.That((await Data.Of(thing!.Id)).Value, Is.EqualTo("i-2"));
            Assert.That(await Data.Of(thing.Label), Is.EqualTo(("n", true, true, 1)));
        }
    }

    [Test]
    public async Task In_a_preview_what_the_engine_leaves_out_is_unknown()
    {
        var engine = new FakeEngine
        {
            OnRegister = (_, answer) => answer.Object = Data.Fields(("name", Data.Text("n")), ("size", Data.Text(Data.Unknown))),
        };
        Thing? thing = null;

        await engine.RunAsync(() => thing = new Thing("a"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Data.Of(thing!.Label), Is.EqualTo(("n", true, false, 1)));
            Assert.That(await Data.Of(thing.Size), Is.EqualTo((0, false, false, 1)));
            Assert.That((await Data.Of(thing.Any)).IsKnown, Is.False);
            Assert.That((await Data.Of(thing.Id)).IsKnown, Is.False, "an empty id");
        }
    }

    [TestCase(Pulumirpc.Result.Success, true)]
    [TestCase(Pulumirpc.Result.Skip, false)]
    public async Task In_an_update_what_the_engine_leaves_out_is_empty_if_all_went_well(Pulumirpc.Result result, bool isKnown)
    {
        var engine = new FakeEngine { IsPreview = false, OnRegister = (_, answer) => answer.Result = result };
        Thing? thing = null;

        await engine.RunAsync(() => thing = new Thing("a"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Data.Of(thing!.Any), Is.EqualTo(((object?)null, isKnown, false, 1)));
            Assert.That(await Data.Of(thing.Id), Is.EqualTo(("a-id", true, false, 1)));
        }
    }

    [Test]
    public async Task Dependencies_the_engine_names_come_on_top()
    {
        var engine = new FakeEngine
        {
            OnRegister = (_, answer) => answer.PropertyDependencies["name"] = new() { Urns = { "urn:x" } },
        };
        Thing? thing = null;

        await engine.RunAsync(() => thing = new Thing("a", new() { Name = "n" }));

        var from = await OutputUtilities.GetDependenciesAsync(thing!.Label);
        Assert.That(from.Select(resource => resource.Urn.DataOrNull!.Value), Does.Contain("urn:x").And.Exactly(2).Items);
    }

    [Test]
    public async Task An_answer_of_the_wrong_type_is_warned_of_with_property_and_type()
    {
        var engine = new FakeEngine { OnRegister = (_, answer) => answer.Object = Data.Fields(("size", Data.Text("big"))) };

        await engine.RunAsync(() => _ = new Thing("a").Size.Apply(size => size + 1));

        var warning = engine.Logged.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(warning.Severity, Is.EqualTo(Pulumirpc.LogSeverity.Warning));
            Assert.That(warning.Message, Is.EqualTo("Sdk.Tests.Support.Thing.size: got a System.String, want a System.Int32"));
            Assert.That(warning.Urn, Is.EqualTo(FakeEngine.UrnOf("", Thing.Token, "a")));
        }
    }

    [TestCase("ResourceTransforms")]
    [TestCase("Hooks")]
    public async Task What_is_left_out_names_the_official_package(string option)
    {
        var engine = new FakeEngine();

        await engine.RunAsync(() =>
        {
            var options = new CustomResourceOptions();
            if (option == "Hooks")
                options.Hooks.OnError.Add(new Hook());
            else
                options.ResourceTransforms.Add((_, _) => Task.FromResult<ResourceTransformResult?>(null));
            _ = new Thing("a", null, options);
        });

        Assert.That(
            engine.Errors.Single(),
            Does.Contain("NotSupportedException").And.Contain("PulumiPackages=nuget").And.Contain(option)
        );
    }

    private sealed class Hook() : ErrorHook("hook", (_, _) => Task.FromResult(false), Task.CompletedTask);
}
