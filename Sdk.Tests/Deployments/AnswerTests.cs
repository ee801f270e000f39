using Google.Protobuf.WellKnownTypes;
using Pulumi;
using Pulumi.Utilities;
using Sdk.Tests.Support;

namespace Sdk.Tests.Deployments;

public sealed class AnswerTests
{
    private const string StackUrn = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev";

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
    public async Task An_id_that_is_not_known_yet_is_read_and_not_registered()
    {
        var engine = new FakeEngine();
        Thing? thing = null;

        await engine.RunAsync(() => thing = new Thing("a", null, new() { Id = new Thing("b").Id }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(engine.Calls<Pulumirpc.ReadResourceRequest>().Single().Id, Is.EqualTo(Data.Unknown));
            Assert.That(engine.Registered.Select(r => r.Name), Does.Not.Contain("a"));
            Assert.That((await Data.Of(thing!.Id)).IsKnown, Is.False);
        }
    }

    [Test]
    public async Task A_program_may_wait_until_all_is_registered()
    {
        var engine = new FakeEngine { OverHttp = true };
        var count = 0;

        await engine.RunAsync(async () =>
        {
            for (var i = 0; i < 10; i++)
                _ = new Thing($"t{i}");
            await Deployment.Required.AwaitPendingRegistrations();
            count = engine.Registered.Length;
        });

        Assert.That(count, Is.EqualTo(11));
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
}
