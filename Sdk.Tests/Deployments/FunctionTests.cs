using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumi;
using Sdk.Tests.Support;

namespace Sdk.Tests.Deployments;

public sealed class FunctionTests
{
    private const string Token = "test:index:getThing";

    private sealed class GetArgs : InvokeArgs
    {
        [Input("name", required: true)]
        public string? Name { get; set; }
    }

    private sealed class GetInvokeArgs : InvokeArgs
    {
        [Input("name")]
        public Input<string>? Name { get; set; }
    }

    private sealed class MethodArgs : CallArgs
    {
        [Input("size")]
        public Input<int>? Size { get; set; }
    }

    [OutputType]
    private sealed class GetResult
    {
        public readonly string Name;

        [OutputConstructor]
        private GetResult(string name) => Name = name;
    }

    [Test]
    public async Task A_function_is_called_with_its_arguments_and_options()
    {
        var engine = new FakeEngine { IsPreview = false };
        GetResult? result = null;

        await engine.RunAsync(async () =>
        {
            var options = new InvokeOptions
            {
                Version = "1.0.0",
                PluginDownloadURL = "https://x",
                Provider = new ThingProvider("p"),
            };
            result = await Deployment.Instance.InvokeAsync<GetResult>(Token, new GetArgs { Name = "n" }, options);
        });

        var request = engine.Calls<Pulumirpc.ResourceInvokeRequest>().Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result!.Name, Is.EqualTo("n"));
            Assert.That((request.Tok, request.Version, request.PluginDownloadURL), Is.EqualTo((Token, "1.0.0", "https://x")));
            Assert.That(request.Provider, Does.EndWith("::p-id"));
            Assert.That(request.AcceptResources, Is.True);
        }
    }

    [Test]
    public async Task With_an_unknown_argument_nothing_is_called_and_the_result_is_unknown()
    {
        var engine = new FakeEngine();
        Output<GetResult>? result = null;

        await engine.RunAsync(() =>
            result = Deployment.Instance.Invoke<GetResult>(Token, new GetInvokeArgs { Name = new Thing("a").Id })
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Data.Of(result!)).IsKnown, Is.False);
            Assert.That(engine.Calls<Pulumirpc.ResourceInvokeRequest>(), Is.Empty);
        }
    }

    [Test]
    public async Task The_result_is_from_the_arguments_and_as_secret_as_the_provider_says()
    {
        var engine = new FakeEngine
        {
            IsPreview = false,
            OnInvoke = _ => new() { Return = Data.Fields(("name", Data.Secret(Data.Text("n")))) },
        };
        Output<GetResult>? result = null;

        await engine.RunAsync(() =>
        {
            var options = new InvokeOutputOptions { DependsOn = { new Thing("b") } };
            result = Deployment.Instance.Invoke<GetResult>(Token, new GetInvokeArgs { Name = new Thing("a").Id }, options);
        });

        var (value, isKnown, isSecret, resources) = await Data.Of(result!);
        Assert.That((value.Name, isKnown, isSecret, resources), Is.EqualTo(("n", true, true, 2)));
    }

    [Test]
    public async Task An_engine_may_say_that_a_result_is_unknown()
    {
        var engine = new FakeEngine { OnInvoke = _ => new() { Unknown = true } };
        Output<GetResult>? result = null;

        await engine.RunAsync(() => result = Deployment.Instance.Invoke<GetResult>(Token, new GetInvokeArgs { Name = "n" }));

        Assert.That((await Data.Of(result!)).IsKnown, Is.False);
    }

    [Test]
    public async Task A_single_result_is_taken_out()
    {
        var engine = new FakeEngine { OnInvoke = _ => new() { Return = Data.Fields(("whatever", Value.ForNumber(4))) } };
        var (now, later) = (0, Output.Create(0));

        await engine.RunAsync(async () =>
        {
            later = Deployment.Instance.InvokeSingle<int>(Token, InvokeArgs.Empty);
            now = await Deployment.Instance.InvokeSingleAsync<int>(Token, InvokeArgs.Empty);
        });

        Assert.That((now, (await Data.Of(later)).Value), Is.EqualTo((4, 4)));
    }

    [Test]
    public async Task What_a_function_refuses_is_told_together()
    {
        var engine = new FakeEngine
        {
            OnInvoke = _ =>
                new()
                {
                    Failures =
                    {
                        new Pulumirpc.CheckFailure { Property = "name", Reason = "too long" },
                        new Pulumirpc.CheckFailure { Reason = "no luck" },
                    },
                },
        };

        await engine.RunAsync(() => _ = Deployment.Instance.Invoke<GetResult>(Token, new GetInvokeArgs { Name = "n" }));

        Assert.That(engine.Errors, Is.EqualTo([$"The invoke of {Token} failed: name: too long; no luck"]));
    }

    [Test]
    public async Task A_missing_argument_is_refused_with_the_name_of_the_function()
    {
        var engine = new FakeEngine();

        await engine.RunAsync(async () => await Deployment.Instance.InvokeAsync(Token, new GetArgs()));

        Assert.That(engine.Errors.Single(), Is.EqualTo($"{Token}: GetArgs got no value for Name, want one; it is required"));
    }

    [Test]
    public async Task A_method_gets_its_resource_and_outputs_with_all_that_is_known()
    {
        var engine = new FakeEngine
        {
            OnCall = _ =>
                new()
                {
                    Return = Data.Fields(("name", Data.Text("n"))),
                    ReturnDependencies = { ["name"] = new() { Urns = { "urn:x" } } },
                },
        };
        Output<GetResult>? result = null;

        await engine.RunAsync(() =>
        {
            var self = new Thing("self", null, new() { Version = "1.2.3", Provider = new ThingProvider("p") });
            var size = self.Size; // not known: nothing answered it
            result = Deployment.Instance.Call<GetResult>("test:index:Thing/grow", new MethodArgs { Size = size }, self);
        });

        var (request, self) = (engine.Calls<Pulumirpc.ResourceCallRequest>().Single(), FakeEngine.UrnOf("", Thing.Token, "self"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(request.Args.Fields["__self__"].StructValue.Fields["urn"].StringValue, Is.EqualTo(self));
            Assert.That(
                Data.Json(request.Args.Fields["size"]),
                Is.EqualTo($$"""{"{{Data.Sig}}":"d0e6a833031e9bbcd3f4e8bde6ca49a4","dependencies":["{{self}}"]}""")
            );
            Assert.That(request.ArgDependencies["size"].Urns, Is.EqualTo([self]));
            Assert.That(
                (request.Version, request.Provider.EndsWith(Data.Unknown, StringComparison.Ordinal)),
                Is.EqualTo(("1.2.3", true))
            );
            Assert.That((await Data.Of(result!)).Resources, Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Arguments_may_have_names_of_run_time()
    {
        var engine = new FakeEngine();

        await engine.RunAsync(async () =>
        {
            var args = new DictionaryInvokeArgs(ImmutableDictionary<string, object?>.Empty.Add("x", 1));
            await Deployment.Instance.InvokeAsync(Token, args);
            var properties = new DictionaryResourceArgs(
                ImmutableDictionary<string, object?>.Empty.Add("y", Output.CreateSecret("s"))
            );
            _ = new CustomResource("test:index:Any", "any", properties, new CustomResourceOptions());
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Data.Json(engine.Calls<Pulumirpc.ResourceInvokeRequest>().Single().Args), Is.EqualTo("""{"x":1}"""));
            Assert.That(engine.One("any").Object.Fields["y"], Is.EqualTo(Data.Secret(Data.Text("s"))));
        }
    }

    [Test]
    public async Task Packages_with_parameters_need_the_official_package()
    {
        var engine = new FakeEngine();

        await engine.RunAsync(() =>
            _ = Deployment.Instance.Invoke<GetResult>(
                Token,
                InvokeArgs.Empty,
                (InvokeOptions?)null,
                new RegisterPackageRequest("p", "1.0.0", null)
            )
        );

        Assert.That(engine.Errors.Single(), Does.Contain("PulumiPackages=nuget"));
    }
}
