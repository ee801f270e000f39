using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumi;
using Sdk.Tests.Support;

namespace Sdk.Tests.Resources;

public sealed class StackTests
{
    private sealed class Shop : Stack
    {
        public Shop()
        {
            Id = new Thing("a").Id;
            Address = Output.CreateSecret("x");
        }

        [Output]
        public Output<string> Id { get; set; }

        [Output("url")]
        public Output<string> Address { get; }
    }

    private sealed class Wrong : Stack
    {
        [Output("text")]
        public string Text { get; set; } = "";
    }

    private sealed class Needy : Stack
    {
        public Needy(string name) => Name = Output.Create(name);

        [Output]
        public Output<string> Name { get; set; }
    }

    private sealed class Services(object? service) : IServiceProvider
    {
        public object? GetService(System.Type serviceType) => service;
    }

    [Test]
    public async Task Marked_properties_of_a_stack_are_its_outputs()
    {
        var engine = new FakeEngine();

        var exitCode = await engine.StartAsync(Deployment.RunAsync<Shop>);

        var outputs = engine.Calls<Pulumirpc.RegisterResourceOutputsRequest>().Single().Outputs;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.Zero);
            Assert.That(outputs.Fields["Id"].StringValue, Is.EqualTo(Data.Unknown));
            Assert.That(outputs.Fields["url"], Is.EqualTo(Data.Secret(Data.Text("x"))));
        }
    }

    [Test]
    public async Task A_marked_property_that_is_no_output_is_refused()
    {
        var engine = new FakeEngine();

        var exitCode = await engine.StartAsync(Deployment.RunAsync<Wrong>);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.EqualTo(32));
            Assert.That(engine.Errors.Single(), Is.EqualTo("[Output] text: got a property of another type, want Output<T>"));
        }
    }

    [Test]
    public async Task A_service_provider_may_make_the_stack()
    {
        var engine = new FakeEngine();

        // A stack can be made only inside of the run, so the provider makes it when it is asked.
        var exitCode = await engine.StartAsync(() => Deployment.RunAsync<Needy>(new Factory(() => new Needy("n"))));
        var without = new FakeEngine();
        await without.StartAsync(() => Deployment.RunAsync<Needy>(new Services(null)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.Zero);
            Assert.That(
                engine.Calls<Pulumirpc.RegisterResourceOutputsRequest>().Single().Outputs.Fields["Name"].StringValue,
                Is.EqualTo("n")
            );
            Assert.That(without.Errors.Single(), Does.Contain(nameof(Needy)));
        }
    }

    [Test]
    public async Task Outputs_of_another_stack_are_secret_one_by_one()
    {
        var engine = new FakeEngine
        {
            OnRead = request =>
                new()
                {
                    Urn = "urn:ref",
                    Properties = Data.Fields(
                        ("name", request.Properties.Fields["name"]),
                        (
                            "outputs",
                            Value.ForStruct(Data.Fields(("plain", Data.Text("p")), ("hidden", Data.Secret(Data.Text("s")))))
                        ),
                        ("secretOutputNames", Value.ForList(Data.Text("hidden")))
                    ),
                },
        };
        StackReference? other = null;

        await engine.RunAsync(() => other = new StackReference("org/shop/prod"));

        var read = engine.Calls<Pulumirpc.ReadResourceRequest>().Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((read.Id, read.Type), Is.EqualTo(("org/shop/prod", "pulumi:pulumi:StackReference")));
            Assert.That(await Data.Of(other!.GetOutput("plain")), Is.EqualTo(("p", true, false, 1)));
            Assert.That(await Data.Of(other.RequireOutput("hidden")), Is.EqualTo(("s", true, true, 1)));
            Assert.That((await Data.Of(other.GetOutput("none"))).Value, Is.Null);
            Assert.That(await other.GetValueAsync("plain"), Is.EqualTo("p"));
            Assert.That((await other.GetOutputDetailsAsync("hidden")).SecretValue, Is.EqualTo("s"));
            Assert.That((await other.GetOutputDetailsAsync("plain")).Value, Is.EqualTo("p"));
            Assert.That(async () => await other.RequireValueAsync("hidden"), Throws.InvalidOperationException);
            Assert.That(async () => await Data.Of(other.RequireOutput("none")), Throws.TypeOf<KeyNotFoundException>());
        }
    }

    [Test]
    public async Task A_stash_keeps_what_it_is_given()
    {
        var engine = new FakeEngine { OnRegister = (_, answer) => answer.Object = Data.Fields(("output", Data.Text("kept"))) };
        Stash? stash = null;

        await engine.RunAsync(() => stash = new Stash("s", new() { Input = "new" }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(engine.One("s").Type, Is.EqualTo("pulumi:index:Stash"));
            Assert.That(engine.One("s").Object.Fields["input"].StringValue, Is.EqualTo("new"));
            Assert.That((await Data.Of(stash!.Output)).Value, Is.EqualTo("kept"));
        }
    }

    private sealed class Factory(Func<object> make) : IServiceProvider
    {
        public object GetService(System.Type serviceType) => make();
    }
}
